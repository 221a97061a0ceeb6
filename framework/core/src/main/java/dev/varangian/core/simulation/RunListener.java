package dev.varangian.core.simulation;

/** Told of a run's progress, between rounds. */
@FunctionalInterface
public interface RunListener {

  /** A round has ended. */
  void round(RoundRow row);
}
