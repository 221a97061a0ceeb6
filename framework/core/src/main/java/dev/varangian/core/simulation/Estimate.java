package dev.varangian.core.simulation;

import dev.varangian.core.aggregation.Rows;
import dev.varangian.core.component.Calls;
import dev.varangian.core.component.InvalidOutputException;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.tensor.rows.Euclidean;
import java.util.Arrays;

/** The server's estimate w_t of the parameters, which all agents receive in round t. */
final class Estimate {
  private final PreparedRun run;
  private final ThreadTeam workers;
  private float[] current;
  private float[] next;

  /** The initial estimate. */
  Estimate(PreparedRun run, ThreadTeam workers) {
    this.run = run;
    this.workers = workers;
    this.current = new float[Rows.length(run.dimension())];
    this.next = new float[current.length];
    run.onSamples().initialise(current, run.spec().seed());
  }

  /** The current estimate, in the first d entries. */
  float[] values() {
    return current;
  }

  /** A copy of the d numbers of the current estimate. */
  float[] copy() {
    return Arrays.copyOf(current, run.dimension());
  }

  /** Restores an earlier estimate. */
  void restore(float[] values) {
    System.arraycopy(values, 0, current, 0, current.length);
  }

  /**
   * Computes w_{t+1} = w_t - eta_t times the filtered vector, in double. If the result is not
   * finite, the estimate is unchanged.
   *
   * @return whether the result is finite
   */
  boolean update(float[] filtered, int round) {
    double[] factors = {1, -stepSize(round)};
    Rows.combine(factors, new float[][] {current, filtered}, next, run.dimension(), workers);
    if (!Double.isFinite(Euclidean.squaredNorm(next, 0, run.dimension()))) {
      return false;
    }
    float[] previous = current;
    current = next;
    next = previous;
    return true;
  }

  private double stepSize(int round) {
    return run.calls()
        .call(
            run.spec().stepSize(),
            round,
            Calls.NO_AGENT,
            () -> {
              double stepSize = run.stepSize().at(round);
              if (!(stepSize > 0 && stepSize < Double.POSITIVE_INFINITY)) {
                throw new InvalidOutputException(
                    "it returned the step size " + stepSize + ", expected a positive number");
              }
              return stepSize;
            });
  }
}
