package dev.varangian.core.simulation;

import dev.varangian.core.aggregation.Averages;
import dev.varangian.core.aggregation.FilterStage;
import dev.varangian.core.aggregation.Rows;
import dev.varangian.core.component.ComponentException;
import dev.varangian.core.experiment.RunSpec;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.simulation.RoundRecords.Aggregate;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.tensor.rows.Euclidean;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Distributed SGD with a server and n agents, f of them faulty, round by round, in the order of the
 * CGE paper (Gupta, Liu and Vaidya 2020, section 2).
 *
 * <ul>
 *   <li>Step S1: the server sends its estimate w_t to all agents. Every agent draws its batch and
 *       sends the gradient at w_t; a faulty one may send anything or nothing. A missing vector
 *       counts as the zero vector.
 *   <li>Step S2: the server filters what it received (eq. 6 for CGE, after gradient averaging, eq.
 *       25, if the experiment sets it) and updates its estimate with the result (eq. 7).
 * </ul>
 */
public final class Simulation {
  private final PreparedRun run;
  private final RunSpec spec;
  private final ThreadTeam workers;
  private final Recorder recorder;
  private final NavigableSet<Integer> faulty;
  private final Gradients gradients;
  private final Messages messages;
  private final @Nullable Averages averages;
  private final FilterStage filter;
  private final Estimate estimate;
  private final Evaluation evaluation;
  private final ComponentMetrics metrics;
  private final RoundRecords records;
  private final double[] squaredNorms;
  private final float[] filtered;

  private Simulation(PreparedRun run, ThreadTeam workers, Recorder recorder) {
    this.run = run;
    this.spec = run.spec();
    this.workers = workers;
    this.recorder = recorder;
    this.faulty = spec.faultyAgents();
    int n = spec.agents();
    int d = run.dimension();
    this.gradients = new Gradients(run, workers);
    this.messages =
        new Messages(run.faults(), faulty, n, d, run.server().trial(faulty, workers), run.calls());
    this.averages = spec.averaging() > 0 ? new Averages(spec.averaging(), n, d) : null;
    this.filter = run.server().stage(workers);
    this.estimate = new Estimate(run, workers);
    this.evaluation = new Evaluation(run, workers);
    this.metrics = new ComponentMetrics(run, evaluation);
    this.records = new RoundRecords(recorder, faulty);
    this.squaredNorms = new double[n];
    this.filtered = new float[Rows.length(d)];
  }

  /**
   * Executes all rounds, or those up to divergence.
   *
   * @throws ComponentException if the code of a component fails
   */
  public static RunResult run(PreparedRun run, ThreadTeam workers, Recorder recorder) {
    return run(run, workers, recorder, Optional.empty());
  }

  /**
   * Executes a run, or its remaining rounds.
   *
   * @param from where to resume; empty to start with the first round
   * @throws IllegalArgumentException if it is not a state of this run
   * @throws ComponentException if the code of a component fails
   */
  public static RunResult run(
      PreparedRun run, ThreadTeam workers, Recorder recorder, Optional<SimulationState> from) {
    Simulation simulation = new Simulation(run, workers, recorder);
    from.ifPresent(simulation::restore);
    return simulation.run(
        from.map(SimulationState::round).orElse(0),
        System.nanoTime() - from.map(SimulationState::nanoseconds).orElse(0L));
  }

  private RunResult run(int finished, long start) {
    for (int t = finished + 1; t <= spec.rounds(); t++) {
      if (!round(t)) {
        return result(OptionalInt.of(t), start);
      }
      if (t < spec.rounds() && recorder.isDue()) {
        recorder.keep(state(t, System.nanoTime() - start));
      }
    }
    return result(OptionalInt.empty(), start);
  }

  /** Executes round t and records it; returns false if the run diverges in it. */
  private boolean round(int t) {
    boolean evaluated = t % spec.evaluateEvery() == 0 || t == spec.rounds();
    RoundClock clock = new RoundClock();
    HonestMeans honest = computeGradients(t);
    clock.lap();
    if (!honest.areFinite()) {
      gradients.requireFiniteSamples(t);
      Aggregate none = Aggregate.none(squaredNorms, faulty);
      records.add(t, honest, none, evaluation.diverged(), metrics.none(), clock.row(t));
      return false;
    }
    messages.exchange(gradients.rows(), t, squaredNorms, workers);
    clock.lap();
    filterReceived(t);
    double updateNorm = Math.sqrt(Euclidean.squaredNorm(filtered, 0, run.dimension()));
    clock.lap();
    boolean finite = estimate.update(filtered, t);
    // The shares of coordinate filters require a second pass over all vectors.
    double[] shares = evaluated || !finite ? filter.shares() : filter.knownShares();
    clock.lap();
    boolean measure = finite && evaluated;
    Evaluation.Measured measured =
        measure
            ? evaluation.measure(estimate.values(), t)
            : finite ? Evaluation.Measured.NOTHING : evaluation.diverged();
    var values = metrics.read(t, measure);
    clock.lap();
    Aggregate aggregate = new Aggregate(squaredNorms, messages.missing(), updateNorm, shares);
    records.add(t, honest, aggregate, measured, values, clock.row(t));
    return finite;
  }

  /** Step S1, the agents: the gradients at w_t, including those of faulty agents. */
  private HonestMeans computeGradients(int t) {
    gradients.compute(estimate.values(), t);
    float[][] rows = gradients.rows();
    workers.run(
        rows.length,
        (agent, worker) ->
            squaredNorms[agent] = Euclidean.squaredNorm(rows[agent], 0, run.dimension()));
    return HonestMeans.of(gradients.losses(), squaredNorms, faulty);
  }

  /** Step S2, the filter (eq. 6 for CGE), after gradient averaging (eq. 25). */
  private void filterReceived(int t) {
    float[][] received = messages.received();
    if (averages == null) {
      run.server().run(t, () -> filter.apply(received, squaredNorms, filtered, t));
    } else {
      float[][] averaged = averages.update(received, run.dimension(), workers);
      run.server().run(t, () -> filter.apply(averaged, null, filtered, t));
    }
  }

  private RunResult result(OptionalInt divergedAt, long start) {
    return new RunResult(
        spec,
        run.dimension(),
        records.last(),
        records.bestTestAccuracy(),
        estimate.copy(),
        divergedAt,
        run.server().resilience().met(),
        (System.nanoTime() - start) / 1e9);
  }

  private SimulationState state(int round, long nanoseconds) {
    return new SimulationState(
        round,
        estimate.values(),
        averages == null ? new float[0][] : averages.rows(),
        run.memory().arrays(),
        records.bestTestAccuracy(),
        nanoseconds);
  }

  private void restore(SimulationState state) {
    if (!state.fits(run)) {
      throw new IllegalArgumentException("the state is that of another run");
    }
    estimate.restore(state.weights());
    if (averages != null) {
      averages.restore(state.averages());
    }
    run.memory().restore(state.memory());
    records.restore(state.bestTestAccuracy());
  }
}
