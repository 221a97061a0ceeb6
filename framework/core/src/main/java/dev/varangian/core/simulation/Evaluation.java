package dev.varangian.core.simulation;

import dev.varangian.core.component.Calls;
import dev.varangian.core.component.ComponentException;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.core.wiring.TracedModel;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Samples;
import dev.varangian.spi.run.Metric;
import dev.varangian.tensor.BatchStatistics;
import dev.varangian.tensor.Plan;
import dev.varangian.tensor.operation.Mode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Loss and accuracy over the test set. Each sample is a batch of its own; many are evaluated at a
 * time, and the losses are added in the order of the samples.
 */
final class Evaluation {
  private static final int SAMPLES_IN_A_PASS = 32;

  /** The number of training samples used to estimate the statistics of batch normalisation. */
  private static final int OBSERVED_SAMPLES = 1024;

  private final PreparedRun run;
  private final Dataset dataset;
  private final ThreadTeam workers;
  private final TracedModel traced;
  private final Plan[] plans;
  private final SampleReader[] readers;
  private final float[] losses;
  private final boolean[] correct;
  private @Nullable State state;

  /** The last measurement. */
  private record State(float[] weights, Mode mode, int round) {}

  /**
   * @param accuracy the share of samples whose largest score, the first of equal ones, is that of
   *     the label; NaN without classes
   */
  record Measured(double loss, double accuracy) {
    /** The measures of a round in which the model is not evaluated. */
    static final Measured NOTHING = new Measured(Double.NaN, Double.NaN);
  }

  /** Changes the test samples in a pass before the model sees them. */
  private interface Change {
    /**
     * @param first the index of the first sample of the pass in the test set
     */
    void apply(BatchView batch, int first);
  }

  Evaluation(PreparedRun run, ThreadTeam workers) {
    this.run = run;
    this.dataset = run.dataset();
    this.workers = workers;
    this.traced = run.onSamples();
    this.plans = new Plan[workers.threads()];
    this.readers = new SampleReader[workers.threads()];
    for (int i = 0; i < plans.length; i++) {
      plans[i] = traced.plan(SAMPLES_IN_A_PASS, false);
      readers[i] = new SampleReader(run);
    }
    this.losses = new float[dataset.test().size()];
    this.correct = new boolean[losses.length];
  }

  /**
   * Measures the model with these weights.
   *
   * @param round the round after which the model is measured
   * @throws ComponentException if the data set fails, or a sample of it is not finite
   */
  Measured measure(float[] weights, int round) {
    state = new State(weights, mode(weights, round), round);
    classify(state, (batch, first) -> {});
    double loss = 0;
    int right = 0;
    for (int i = 0; i < losses.length; i++) {
      loss += losses[i];
      right += correct[i] ? 1 : 0;
    }
    if (!Double.isFinite(loss)) {
      readers[0].requireFinite(dataset.test(), i -> i, losses.length, round, Calls.NO_AGENT);
    }
    return new Measured(loss / losses.length, accuracy(right));
  }

  /**
   * The share of the transformed test samples that the model of the last measurement classifies as
   * their targets.
   *
   * @param choice the component whose trigger it is
   * @return NaN if no sample counts or there are no classes
   * @throws ComponentException if the trigger fails
   */
  double successRate(Choice<?> choice, Metric.Trigger trigger) {
    if (dataset.classes() == 0) {
      return Double.NaN;
    }
    State measured = Objects.requireNonNull(state, "nothing was measured");
    boolean[] counted = new boolean[losses.length];
    Calls calls = run.calls();
    classify(
        measured,
        (batch, first) ->
            calls.run(
                choice,
                measured.round(),
                Calls.NO_AGENT,
                () -> {
                  for (int i = 0; i < batch.size(); i++) {
                    counted[first + i] = trigger.transform(batch, i);
                  }
                }));
    int all = 0;
    int hits = 0;
    for (int i = 0; i < counted.length; i++) {
      all += counted[i] ? 1 : 0;
      hits += counted[i] && correct[i] ? 1 : 0;
    }
    return hits / (double) all;
  }

  private void classify(State model, Change change) {
    workers.run(
        passes(losses.length),
        (task, worker) -> pass(worker, model, change, task * SAMPLES_IN_A_PASS));
  }

  /** The accuracy assigned to a diverged model: that of always guessing class 0. */
  Measured diverged() {
    return new Measured(Double.NaN, guess());
  }

  private double guess() {
    float[] target = new float[dataset.targetShape().size()];
    int right =
        run.calls()
            .call(
                run.spec().dataset(),
                Calls.NO_ROUND,
                Calls.NO_AGENT,
                () -> {
                  int zeros = 0;
                  for (int i = 0; i < losses.length; i++) {
                    dataset.test().readTarget(i, target, 0);
                    zeros += target[0] == 0 ? 1 : 0;
                  }
                  return zeros;
                });
    return accuracy(right);
  }

  private double accuracy(int right) {
    return dataset.classes() == 0 ? Double.NaN : right / (double) losses.length;
  }

  private static int passes(int samples) {
    return (samples + SAMPLES_IN_A_PASS - 1) / SAMPLES_IN_A_PASS;
  }

  /** Evaluation with the statistics of the first training samples. */
  private Mode mode(float[] weights, int round) {
    int samples = Math.min(OBSERVED_SAMPLES, dataset.training().size());
    BatchStatistics statistics = traced.statistics(samples);
    for (int layer = 0; layer < statistics.layers(); layer++) {
      int observed = layer;
      workers.run(
          passes(samples),
          (task, worker) -> {
            int first = task * SAMPLES_IN_A_PASS;
            int count = Math.min(SAMPLES_IN_A_PASS, samples - first);
            read(worker, dataset.training(), first, count, round);
            statistics.observe(observed, plans[worker], weights, first, count);
          });
      statistics.finish(layer);
    }
    return statistics.mode();
  }

  private void read(int worker, Samples samples, int first, int count, int round) {
    float[] inputs = plans[worker].values(traced.inputs());
    float[] targets = plans[worker].values(traced.targets());
    readers[worker].read(
        samples,
        i -> first + i,
        count,
        new SampleReader.Destination(inputs, targets, 0),
        round,
        Calls.NO_AGENT);
  }

  private void pass(int worker, State model, Change change, int first) {
    Plan plan = plans[worker];
    int count = Math.min(SAMPLES_IN_A_PASS, losses.length - first);
    int targetSize = dataset.targetShape().size();
    read(worker, dataset.test(), first, count, model.round());
    float[] targets = plan.values(traced.targets());
    BatchView batch = new BatchView(dataset, count, plan.values(traced.inputs()), targets, 0);
    change.apply(batch, first);
    batch.end();
    plan.forward(model.weights(), count, model.mode());
    System.arraycopy(plan.values(traced.loss()), 0, losses, first, count);
    float[] scores = plan.values(traced.scores());
    for (int i = 0; i < count; i++) {
      correct[first + i] =
          dataset.classes() > 0
              && greatest(scores, i * dataset.classes(), dataset.classes())
                  == (int) targets[i * targetSize];
    }
  }

  private static int greatest(float[] scores, int from, int count) {
    int greatest = 0;
    for (int i = 1; i < count; i++) {
      if (scores[from + i] > scores[from + greatest]) {
        greatest = i;
      }
    }
    return greatest;
  }
}
