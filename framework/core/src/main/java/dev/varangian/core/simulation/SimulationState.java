package dev.varangian.core.simulation;

import dev.varangian.core.aggregation.Rows;
import dev.varangian.core.wiring.PreparedRun;
import java.util.Map;

/**
 * All that the rest the measure the measure of a run depends on. Arrays are the run's own: they
 * change with the next round.
 *
 * @param round the last round that was made, counted from 1
 * @param weights the weights after it; rows may be longer than d
 * @param averages of gradient averaging, a row for each agent; none without it
 * @param memory what components keep, {@code float[]} and {@code double[]}, by name
 * @param bestTestAccuracy the greatest so far; NaN if none was measured
 * @param nanoseconds what the rounds took so far, by the wall clock
 */
public record SimulationState(
    int round,
    float[] weights,
    float[][] averages,
    Map<String, Object> memory,
    double bestTestAccuracy,
    long nanoseconds) {

  /** Whether a run can go on from here: its arrays have these sizes, and rounds are left. */
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
