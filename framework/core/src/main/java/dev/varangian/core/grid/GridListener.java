package dev.varangian.core.grid;

import dev.varangian.spi.run.EngineListener;
import dev.varangian.spi.run.ResolvedRun;
import java.util.List;

/** Receives notifications of the progress of a grid, from one thread at a time. */
public interface GridListener extends EngineListener {

  /**
   * The engine is about to execute the unfinished runs.
   *
   * @param finished how many runs were finished before and are kept
   */
  void begin(List<ResolvedRun> missing, int finished);
}
