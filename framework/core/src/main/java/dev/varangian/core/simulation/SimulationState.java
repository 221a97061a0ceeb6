package dev.varangian.core.simulation;

import dev.varangian.core.aggregation.Rows;
import dev.varangian.core.wiring.PreparedRun;
import java.util.Map;

/**
 * Everything that the remaining rounds of a run depend on. The arrays are not copies: the next
 * round changes them.
 *
 * @param round the last round executed, counted from 1
 * @param weights the weights after it; rows may be longer than d
 * @param averages the averages of gradient averaging, a row for each agent; empty without it
 * @param memory the arrays that components keep, {@code float[]} and {@code double[]}, by name
 * @param bestTestAccuracy the largest test accuracy so far; NaN if none was measured
 * @param nanoseconds how long the rounds have taken so far, by the wall clock
 */
public record SimulationState(
    int round,
    float[] weights,
    float[][] averages,
    Map<String, Object> memory,
    double bestTestAccuracy,
    long nanoseconds) {

  /** Whether a run can resume from this state: its arrays have these sizes, and rounds remain. */
  public boolean fits(PreparedRun run) {
    int length = Rows.length(run.dimension());
    if (round < 1
        || round >= run.spec().rounds()
        || weights.length != length
        || averages.length != (run.spec().averaging() > 0 ? run.spec().agents() : 0)) {
      return false;
    }
    for (float[] row : averages) {
      if (row.length != length) {
        return false;
      }
    }
    return run.memory().fits(memory);
  }
}
