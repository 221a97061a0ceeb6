package dev.varangian.core.simulation;

import dev.varangian.core.experiment.RunSpec;
import dev.varangian.spi.run.RoundRow;
import dev.varangian.spi.run.RunOutcome;
import java.util.OptionalInt;

/**
 * How a run ended.
 *
 * @param spec the run's settings
 * @param parameters d, the number of parameters of the model
 * @param last what was measured in the last round
 * @param bestTestAccuracy the largest test accuracy of the evaluated rounds; NaN if none has an
 *     accuracy
 * @param weights the final weights, d of them; the last finite ones if the run diverged
 * @param divergedAt the round in which the run diverged; empty if it did not
 * @param resilienceCondition whether the filter's resilience condition is met
 * @param seconds how long the rounds took, by the wall clock, summed over all processes that
 *     executed them
 */
public record RunResult(
    RunSpec spec,
    int parameters,
    RoundRow last,
    double bestTestAccuracy,
    float[] weights,
    OptionalInt divergedAt,
    boolean resilienceCondition,
    double seconds) {

  /** The outcome that sinks and engines receive. */
  public RunOutcome outcome() {
    return new RunOutcome(last, bestTestAccuracy, divergedAt);
  }
}
