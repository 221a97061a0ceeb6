package dev.varangian.core.simulation;

import dev.varangian.spi.run.RoundRow;

/** Told the measure of a run's progress, between rounds. */
@FunctionalInterface
public interface RunListener {

  /** A round has ended. */
  void round(RoundRow row);
}
