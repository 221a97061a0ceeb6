package dev.varangian.core.grid;

import dev.varangian.core.record.RunFolder;
import dev.varangian.spi.run.EngineListener;
import dev.varangian.spi.run.ResolvedRun;
import dev.varangian.spi.run.RoundRow;
import dev.varangian.spi.run.RunOutcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Passes on what an engine reports, one call at a time, and checks and counts the ends. */
final class EngineReports implements EngineListener {
  private final GridListener listener;
  private final Runnable afterEach;
  private final Set<String> ended = new HashSet<>();
  private int failed;
  private boolean internal;

  /**
   * @param afterEach called after each run that has finished
   */
  EngineReports(GridListener listener, Runnable afterEach) {
    this.listener = listener;
    this.afterEach = afterEach;
  }

  @Override
  public synchronized void note(ResolvedRun run, String line) {
    listener.note(run, line);
  }

  @Override
  public synchronized void printed(String line) {
    listener.printed(line);
  }

  @Override
  public synchronized void round(ResolvedRun run, RoundRow row) {
    listener.round(run, row);
  }

  @Override
  public synchronized void finished(ResolvedRun run, RunOutcome outcome) {
    if (!new RunFolder(run.description().folder()).finished()) {
      failed(run, "the engine reported its end, but files are missing in its folder", true);
    } else if (ended.add(run.description().id())) {
      afterEach.run();
      listener.finished(run, outcome);
    }
  }

  @Override
  public synchronized void failed(ResolvedRun run, String reason, boolean ours) {
    if (ended.add(run.description().id())) {
      failed++;
      internal |= ours;
      listener.failed(run, reason, ours);
    }
  }

  /** Every run that no end was reported of has failed. */
  synchronized void requireEnds(List<ResolvedRun> runs, String engine) {
    for (ResolvedRun run : runs) {
      if (!ended.contains(run.description().id())) {
        failed(run, "the engine " + engine + " has not executed it", true);
      }
    }
  }

  synchronized GridResult result() {
    return new GridResult(failed, internal);
  }
}
