package dev.varangian.cli.worker;

import dev.varangian.core.record.Checkpoint;
import dev.varangian.core.simulation.SimulationState;
import dev.varangian.core.simulation.StateKeeper;
import java.time.Duration;

/** Keeps the state of a run in its checkpoint, no more often than every half minute. */
final class Checkpoints implements StateKeeper {
  /** Tests shorten it by a system property, in milliseconds. */
  private static final Duration INTERVAL =
      Duration.ofMillis(Long.getLong("varangian.checkpoint", 30_000));

  private final Checkpoint checkpoint;
  private long last = System.nanoTime();

  Checkpoints(Checkpoint checkpoint) {
    this.checkpoint = checkpoint;
  }

  @Override
  public boolean isDue() {
    return System.nanoTime() - last >= INTERVAL.toNanos();
  }

  @Override
  public void keep(SimulationState state) {
    checkpoint.write(state);
    last = System.nanoTime();
  }
}
