package dev.varangian.core.simulation;

import dev.varangian.core.aggregation.Averages;
import dev.varangian.core.aggregation.FilterStage;
import dev.varangian.core.aggregation.FilterTrial;
import dev.varangian.core.aggregation.Rows;
import dev.varangian.core.component.Calls;
import dev.varangian.core.component.ComponentException;
import dev.varangian.core.component.InvalidOutputException;
import dev.varangian.core.experiment.RunSpec;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.spi.run.AgentRow;
import dev.varangian.spi.run.RoundRow;
import dev.varangian.tensor.rows.Euclidean;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Distributed SGD with a server and n agents, f of them faulty, round after round.
 *
 * <p>A round: (1) every agent draws its batch and faults on data act; (2) all gradients at w_t; (3)
 * faults on gradients and messages act; (4) the server receives; (5) gradient averaging; (6) the
 * filter; (7) w_{t+1} = w_t - eta_t times its result; (8) measuring.
 */
public final class Simulation {
  private final PreparedRun run;
  private final RunSpec spec;
  private final ThreadTeam workers;
  private final Recorder recorder;
  private final NavigableSet<Integer> faulty;
  private final int d;
  private final Gradients gradients;
  private final Messages messages;
  private final @Nullable Averages averages;
  private final FilterStage filter;
  private final Evaluation evaluation;
  private final double[] norms;
  private final float[] filtered;
  private float[] weights;
  private float[] nextWeights;

  private @Nullable RoundRow last;
  private double bestAccuracy = Double.NaN;

  private Simulation(PreparedRun run, ThreadTeam workers, Recorder recorder) {
    this.run = run;
    this.recorder = recorder;
    this.spec = run.spec();
    this.workers = workers;
    this.faulty = spec.faultyAgents();
    this.d = run.dimension();
    this.gradients = new Gradients(run, workers);
    FilterTrial trial = run.server().trial(faulty, workers);
    this.messages = new Messages(run.faults(), faulty, spec.agents(), d, trial, run.calls());
    this.averages = spec.averaging() > 0 ? new Averages(spec.averaging(), spec.agents(), d) : null;
    this.filter = run.server().stage(workers);
    this.evaluation = new Evaluation(run, workers);
    this.norms = new double[spec.agents()];
    this.filtered = new float[Rows.length(d)];
    this.weights = new float[Rows.length(d)];
    this.nextWeights = new float[Rows.length(d)];
    run.onSamples().initialise(weights, spec.seed());
  }

  /**
   * Runs all rounds, or those until the run diverges.
   *
   * @throws ComponentException if the code of a component fails
   */
  public static RunResult run(PreparedRun run, ThreadTeam workers, Recorder recorder) {
    return run(run, workers, recorder, Optional.empty());
  }

  /**
   * The same, continuing a run.
   *
   * @param from where to go on; empty to start anew
   * @throws IllegalArgumentException if that is no state of this run
   */
  public static RunResult run(
      PreparedRun run, ThreadTeam workers, Recorder recorder, Optional<SimulationState> from) {
    Simulation simulation = new Simulation(run, workers, recorder);
    from.ifPresent(simulation::restore);
    return simulation.run(
        from.map(SimulationState::round).orElse(0),
        from.map(SimulationState::nanoseconds).orElse(0L));
  }

  private void restore(SimulationState state) {
    if (!state.fits(run)) {
      throw new IllegalArgumentException("the state is that of another run");
    }
    System.arraycopy(state.weights(), 0, weights, 0, weights.length);
    if (averages != null) {
      float[][] rows = averages.rows();
      for (int agent = 0; agent < rows.length; agent++) {
        System.arraycopy(state.averages()[agent], 0, rows[agent], 0, rows[agent].length);
      }
    }
    run.memory().restore(state.memory());
    bestAccuracy = state.bestTestAccuracy();
  }

  private SimulationState state(int round, long nanoseconds) {
    return new SimulationState(
        round,
        weights,
        averages == null ? new float[0][] : averages.rows(),
        run.memory().arrays(),
        bestAccuracy,
        nanoseconds);
  }

  private RunResult run(int made, long nanoseconds) {
    long start = System.nanoTime() - nanoseconds;
    OptionalInt divergedAt = OptionalInt.empty();
    for (int round = made + 1; round <= spec.rounds() && divergedAt.isEmpty(); round++) {
      if (!round(round)) {
        divergedAt = OptionalInt.of(round);
      } else if (round < spec.rounds() && recorder.isDue()) {
        recorder.keep(state(round, System.nanoTime() - start));
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    float[] finalWeights = new float[d];
    System.arraycopy(weights, 0, finalWeights, 0, d);
    return new RunResult(
        spec,
        d,
        Objects.requireNonNull(last, "a run has at least one round"),
        bestAccuracy,
        finalWeights,
        divergedAt,
        run.server().resilience().met(),
        seconds);
  }

  /** Returns false if the run diverged in this round. */
  private boolean round(int round) {
    boolean evaluated = round % spec.evaluateEvery() == 0 || round == spec.rounds();
    long begun = System.nanoTime();
    gradients.compute(weights, round);
    workers.run(
        norms.length,
        (agent, worker) -> norms[agent] = Euclidean.squaredNorm(gradients.rows()[agent], 0, d));
    Honest honest = honest();
    long computed = System.nanoTime();
    if (!honest.finite()) {
      requireFiniteSamples(round);
      faulty.forEach(agent -> norms[agent] = Double.NaN); // nothing was received
      record(
          diverged(round, honest, Double.NaN, Double.NaN, 0),
          null,
          new TimingRow(round, computed - begun, 0, 0, 0, 0));
      return false;
    }

    messages.exchange(gradients.rows(), round, norms, workers);
    long exchanged = System.nanoTime();
    float[][] rows =
        averages == null ? messages.received() : averages.update(messages.received(), d, workers);
    double[] rowNorms = averages == null ? norms : null;
    run.calls()
        .run(
            spec.filter(),
            round,
            Calls.NO_AGENT,
            () -> filter.apply(rows, rowNorms, filtered, round));
    double updateNorm = norm(filtered);
    long done = System.nanoTime();
    boolean finite = update(round);
    double[] shares = evaluated || !finite ? filter.shares() : filter.knownShares();
    long updated = System.nanoTime();
    Evaluation.Measured measured = finite && evaluated ? evaluation.measure(weights, round) : null;
    long measuredAt = System.nanoTime();

    double faultyShare = faultyShare(shares);
    RoundRow row =
        finite
            ? new RoundRow(
                round,
                honest.loss(),
                measured == null ? Double.NaN : measured.loss(),
                measured == null ? Double.NaN : measured.accuracy(),
                updateNorm,
                honest.norm(),
                faultyShare,
                messages.missing())
            : diverged(round, honest, updateNorm, faultyShare, messages.missing());
    record(
        row,
        shares,
        new TimingRow(
            round,
            computed - begun,
            exchanged - computed,
            done - exchanged,
            updated - done,
            measuredAt - updated));
    return finite;
  }

  /** A run whose samples are not finite has not diverged: its data set fails. */
  private void requireFiniteSamples(int round) {
    for (int agent = 0; agent < norms.length; agent++) {
      if (!faulty.contains(agent)) {
        gradients.requireFiniteSamples(agent, round);
      }
    }
  }

  /** The honest agents' mean loss and mean gradient norm. */
  private record Honest(double loss, double norm, boolean finite) {}

  private Honest honest() {
    double loss = 0;
    double norm = 0;
    for (int agent = 0; agent < norms.length; agent++) {
      if (!faulty.contains(agent)) {
        loss += gradients.losses()[agent];
        norm += Math.sqrt(norms[agent]);
      }
    }
    int count = norms.length - faulty.size();
    return new Honest(loss / count, norm / count, Double.isFinite(loss) && Double.isFinite(norm));
  }

  private RoundRow diverged(
      int round, Honest honest, double updateNorm, double faultyShare, int missing) {
    return new RoundRow(
        round,
        honest.loss(),
        Double.NaN,
        evaluation.guess(),
        updateNorm,
        honest.norm(),
        faultyShare,
        missing);
  }

  private double norm(float[] row) {
    return Math.sqrt(Euclidean.squaredNorm(row, 0, d));
  }

  /** w - eta times the filtered vector, in double; kept only if it is finite. */
  private boolean update(int round) {
    double[] factors = {1, -stepSize(round)};
    float[][] terms = {weights, filtered};
    Rows.combine(factors, terms, nextWeights, d, workers);
    if (!Double.isFinite(norm(nextWeights))) {
      return false;
    }
    float[] last = weights;
    weights = nextWeights;
    nextWeights = last;
    return true;
  }

  private double stepSize(int round) {
    return run.calls()
        .call(
            spec.stepSize(),
            round,
            Calls.NO_AGENT,
            () -> {
              double stepSize = run.stepSize().at(round);
              if (!(stepSize > 0 && stepSize < Double.POSITIVE_INFINITY)) {
                throw new InvalidOutputException(
                    "it gave the step size " + stepSize + ", expected a positive number");
              }
              return stepSize;
            });
  }

  private double faultyShare(double @Nullable [] shares) {
    if (shares == null) {
      return Double.NaN;
    }
    double sum = 0;
    for (int agent : faulty) {
      sum += shares[agent];
    }
    return sum;
  }

  private void record(RoundRow row, double @Nullable [] shares, TimingRow timing) {
    last = row;
    if (!Double.isNaN(row.testAccuracy())) {
      bestAccuracy =
          Double.isNaN(bestAccuracy)
              ? row.testAccuracy()
              : Math.max(bestAccuracy, row.testAccuracy());
    }
    List<AgentRow> agents = new ArrayList<>();
    for (int agent = 0; agent < norms.length; agent++) {
      agents.add(
          new AgentRow(
              row.round(),
              agent,
              faulty.contains(agent),
              Math.sqrt(norms[agent]),
              shares == null ? Double.NaN : shares[agent]));
    }
    recorder.round(row, agents, timing);
  }
}
