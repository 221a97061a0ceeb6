package dev.varangian.core.record;

import dev.varangian.core.simulation.RunResult;
import dev.varangian.core.simulation.TimingRow;
import dev.varangian.spi.run.AgentRow;
import dev.varangian.spi.run.RoundRow;
import dev.varangian.spi.run.RunDescription;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Small results to write: rows of rounds and agents, and the end. */
record Results(
    List<RoundRow> rounds, List<AgentRow> agents, List<TimingRow> timings, RunResult end) {
  static final double NONE = Double.NaN;

  /** Two rounds of two agents, the second agent faulty, the test set measured in round 2. */
  static Results small() {
    List<RoundRow> rounds =
        List.of(
            new RoundRow(1, 2.5, NONE, NONE, 0.1f, 1e-5f, 0, 0, Map.of()),
            new RoundRow(2, 0.3f, 1.25, 0.9375, 1e10f, 3, NONE, 1, Map.of()));
    return new Results(
        rounds,
        List.of(
            new AgentRow(1, 0, false, 0.5, 1),
            new AgentRow(1, 1, true, 200.25, 0),
            new AgentRow(2, 0, false, 0.1f, 0.5),
            new AgentRow(2, 1, true, 0, NONE)),
        List.of(
            new TimingRow(1, 2_500_000, 1_000, 0, 123_456, 0),
            new TimingRow(2, 2_000_000, 1_000, 10_000, 100_000, 9_000_000)),
        new RunResult(
            null,
            3,
            rounds.get(1),
            0.96875,
            new float[] {1, -0.5f, 3e-9f},
            OptionalInt.empty(),
            true,
            0.5));
  }

  /** A run that diverged in its only round. */
  static Results diverged() {
    RoundRow row =
        new RoundRow(1, Double.POSITIVE_INFINITY, NONE, 0.0980, 1e300, NONE, 0.5, 0, Map.of());
    return new Results(
        List.of(row),
        List.of(),
        List.of(new TimingRow(1, 0, 0, 0, 0, 0)),
        new RunResult(null, 3, row, 0.0980, new float[3], OptionalInt.of(1), false, 0.25));
  }

  /** Records all of it. */
  void write(RunFolder folder, String runYaml, Map<String, String> swept) {
    try (RunRecording recording =
        RunRecording.open(
            new RunDescription("run", swept, runYaml, folder.path()),
            List.of(),
            row -> {},
            Duration.ofHours(1),
            System::nanoTime)) {
      recording.restart();
      for (int i = 0; i < rounds.size(); i++) {
        RoundRow round = rounds.get(i);
        recording.round(
            round,
            agents.stream().filter(agent -> agent.round() == round.round()).toList(),
            timings.get(i));
      }
      recording.finish(end);
    }
  }
}
