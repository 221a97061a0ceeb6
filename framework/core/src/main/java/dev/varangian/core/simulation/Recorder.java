package dev.varangian.core.simulation;

import dev.varangian.spi.run.AgentRow;
import dev.varangian.spi.run.RoundRow;
import java.util.List;

/** Records what a run measures, round by round, and saves the run's state from time to time. */
@FunctionalInterface
public interface Recorder {

  /**
   * A round has ended.
   *
   * @param agents a row for each agent, in their order
   */
  void round(RoundRow round, List<AgentRow> agents, TimingRow timing);

  /** Whether it is time to save the state; called after each round except the last. */
  default boolean isDue() {
    return false;
  }

  /** Saves the state before returning; a run resumed from it gives bitwise identical results. */
  default void keep(SimulationState state) {}
}
