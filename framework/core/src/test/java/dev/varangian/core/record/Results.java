package dev.varangian.core.record;

import dev.varangian.core.simulation.AgentRow;
import dev.varangian.core.simulation.RoundRow;
import dev.varangian.core.simulation.RunResult;
import dev.varangian.core.simulation.TimingRow;
import java.util.List;
import java.util.OptionalInt;

/** Small results to write. */
final class Results {
  static final double NONE = Double.NaN;

  private Results() {}

  /** Two rounds of two agents, the second agent faulty, the test set measured in round 2. */
  static RunResult small() {
    return new RunResult(
        null,
        3,
        List.of(
            new RoundRow(1, 2.5, NONE, NONE, 0.1f, 1e-5f, 0, 0),
            new RoundRow(2, 0.3f, 1.25, 0.9375, 1e10f, 3, NONE, 1)),
        List.of(
            new AgentRow(1, 0, false, 0.5, 1),
            new AgentRow(1, 1, true, 200.25, 0),
            new AgentRow(2, 0, false, 0.1f, 0.5),
            new AgentRow(2, 1, true, 0, NONE)),
        List.of(
            new TimingRow(1, 2_500_000, 1_000, 0, 123_456, 0),
            new TimingRow(2, 2_000_000, 1_000, 10_000, 100_000, 9_000_000)),
        new float[] {1, -0.5f, 3e-9f},
        OptionalInt.empty(),
        true,
        0.5);
  }

  /** A run that diverged in its only round. */
  static RunResult diverged() {
    return new RunResult(
        null,
        3,
        List.of(new RoundRow(1, Double.POSITIVE_INFINITY, NONE, 0.0980, 1e300, NONE, 0.5, 0)),
        List.of(),
        List.of(),
        new float[3],
        OptionalInt.of(1),
        false,
        0.25);
  }
}
