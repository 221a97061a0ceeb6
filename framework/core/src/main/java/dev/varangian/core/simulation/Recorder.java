package dev.varangian.core.simulation;

import dev.varangian.spi.run.AgentRow;
import dev.varangian.spi.run.RoundRow;
import java.util.List;

/** Takes what a run measures, round by round, and keeps the run's state where it wants to. */
@FunctionalInterface
public interface Recorder {

  /**
   * A round has ended.
   *
   * @param agents a row for each agent, in their order
   */
  void round(RoundRow round, List<AgentRow> agents, TimingRow timing);

  /** Whether it is time to keep the state; asked after each round but the last. */
  default boolean isDue() {
    return false;
  }

  /** Keeps the state, from which the run can be continued to the same bits, before returning. */
  default void keep(SimulationState state) {}
}
