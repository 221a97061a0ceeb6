package dev.varangian.core.simulation;

import dev.varangian.core.record.RoundRow;

/** Told of a run's progress, between rounds. */
@FunctionalInterface
public interface RunListener {

  /** A round has ended. */
  void round(RoundRow row);
}
