package dev.varangian.core.simulation;

import dev.varangian.core.aggregation.Rows;
import dev.varangian.core.component.ComponentException;
import dev.varangian.core.component.InvalidOutputException;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.wiring.ActiveFault;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.core.wiring.TracedModel;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.tensor.Plan;
import dev.varangian.tensor.operation.Mode;
import java.util.Set;

/**
 * Steps 1 and 2 of a round: every agent draws its batch, faults on data act, and all gradients are
 * computed, each written straight into its agent's row. The agents are processed in passes, each by
 * one thread; no result depends on the division into passes.
 */
final class Gradients {
  /** Enough samples in a pass that reading the weights costs little compared with using them. */
  private static final int SAMPLES_IN_A_PASS = 128;

  private final PreparedRun run;
  private final ThreadTeam workers;
  private final TracedModel traced;
  private final Plan[] plans;
  private final DropoutBits[] dropout;
  private final SampleReader[] readers;
  private final Randomness batches;
  private final int passes;
  private final float[][] rows;
  private final float[] losses;

  Gradients(PreparedRun run, ThreadTeam workers) {
    this.run = run;
    this.workers = workers;
    int agents = run.spec().agents();
    int batchSize = run.spec().batchSize();
    this.traced = run.onBatches();
    this.passes = passes(agents, batchSize, workers.threads());
    this.plans = new Plan[workers.threads()];
    this.dropout = new DropoutBits[workers.threads()];
    this.readers = new SampleReader[workers.threads()];
    for (int i = 0; i < Math.min(plans.length, passes); i++) {
      int most = (agents + passes - 1) / passes;
      plans[i] = traced.plan(most, true);
      dropout[i] = new DropoutBits(run.spec().seed(), traced.dropouts(), most);
      readers[i] = new SampleReader(run);
    }
    this.batches = new Randomness(run.spec().seed(), "batch");
    this.rows = Rows.zeros(agents, run.dimension());
    this.losses = new float[agents];
  }

  /** The number of passes: equal for all threads, and as few as keep a pass small. */
  private static int passes(int agents, int batchSize, int threads) {
    long samples = (long) agents * batchSize;
    long perThread = (samples - 1) / ((long) threads * SAMPLES_IN_A_PASS) + 1;
    return (int) Math.min(agents, threads * perThread);
  }

  /** Passes differ by at most one agent. */
  private int firstAgent(int pass) {
    return (int) ((long) pass * run.spec().agents() / passes);
  }

  /**
   * Fills {@link #rows()} and {@link #losses()} with the gradients and losses at {@code weights}.
   */
  void compute(float[] weights, int round) {
    workers.run(
        passes,
        (pass, worker) -> {
          int first = firstAgent(pass);
          int count = firstAgent(pass + 1) - first;
          Plan plan = plans[worker];
          for (int slot = 0; slot < count; slot++) {
            draw(plan, readers[worker], slot, first + slot, round);
          }
          dropout[worker].turnTo(round, first, count);
          plan.forward(weights, count, new Mode.Training(dropout[worker]));
          plan.backward(rows, first);
          System.arraycopy(plan.values(traced.loss()), 0, losses, first, count);
        });
  }

  /** The agents' gradients, each in the first d entries of its row. */
  float[][] rows() {
    return rows;
  }

  /** The agents' losses on their batches. */
  float[] losses() {
    return losses;
  }

  private void draw(Plan plan, SampleReader reader, int slot, int agent, int round) {
    Dataset dataset = run.dataset();
    float[] inputs = plan.values(traced.inputs());
    float[] targets = plan.values(traced.targets());
    int size = run.spec().batchSize();
    int[] batch = batch(agent, round);
    reader.read(
        dataset.training(),
        i -> batch[i],
        size,
        new SampleReader.Destination(inputs, targets, slot * size),
        round,
        agent);
    for (ActiveFault fault : run.faults()) {
      if (fault.fault() instanceof DataFault data && fault.actsOn(agent, round)) {
        BatchView view = new BatchView(dataset, size, inputs, targets, slot);
        Runnable act = () -> data.corrupt(view, new AgentRound(round, agent));
        fault.choice().ifPresentOrElse(choice -> run.calls().run(choice, round, agent, act), act);
        view.end();
      }
    }
  }

  /** The samples that an agent draws in a round. */
  private int[] batch(int agent, int round) {
    Partition.Part part = run.parts().get(agent);
    Draws draws = batches.at(new AgentRound(round, agent));
    int[] batch = new int[run.spec().batchSize()];
    run.calls()
        .run(
            run.spec().partition(),
            round,
            agent,
            () -> {
              int all = run.dataset().training().size();
              for (int i = 0; i < batch.length; i++) {
                batch[i] = part.index(draws.below(part.size(), i));
                if (batch[i] < 0 || batch[i] >= all) {
                  throw new InvalidOutputException(
                      "it gave the agent sample " + batch[i] + " of " + all + ", counted from 0");
                }
              }
            });
    return batch;
  }

  /**
   * If an honest loss or gradient is not finite, checks that the data set is not the cause: such a
   * run has not diverged; its data set has failed.
   *
   * @throws ComponentException if a sample of an honest agent's batch is not finite
   */
  void requireFiniteSamples(int round) {
    Set<Integer> faulty = run.spec().faultyAgents();
    for (int agent = 0; agent < losses.length; agent++) {
      if (!faulty.contains(agent)) {
        int[] batch = batch(agent, round);
        readers[0].requireFinite(
            run.dataset().training(), i -> batch[i], batch.length, round, agent);
      }
    }
  }
}
