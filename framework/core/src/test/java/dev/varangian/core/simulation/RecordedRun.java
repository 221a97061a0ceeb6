package dev.varangian.core.simulation;

import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.spi.run.AgentRow;
import dev.varangian.spi.run.RoundRow;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A run with all its rows. */
record RecordedRun(
    List<RoundRow> rounds, List<AgentRow> agents, List<TimingRow> timings, RunResult result) {

  static RecordedRun of(PreparedRun run, ThreadTeam workers) {
    List<RoundRow> rounds = new ArrayList<>();
    List<AgentRow> agents = new ArrayList<>();
    List<TimingRow> timings = new ArrayList<>();
    RunResult result =
        Simulation.run(
            run,
            workers,
            (round, ofRound, timing) -> {
              rounds.add(round);
              agents.addAll(ofRound);
              timings.add(timing);
            });
    return new RecordedRun(rounds, agents, timings, result);
  }

  float[] weights() {
    return result.weights();
  }

  OptionalInt divergedAt() {
    return result.divergedAt();
  }
}
