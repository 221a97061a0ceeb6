package dev.varangian.core.grid;

import dev.varangian.core.record.RunFolder;
import dev.varangian.spi.run.EngineListener;
import dev.varangian.spi.run.ResolvedRun;
import dev.varangian.spi.run.RoundRow;
import dev.varangian.spi.run.RunOutcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Forwards an engine's reports, one call at a time, and checks and counts the runs that ended. */
final class EngineReports implements EngineListener {
  private final GridListener listener;
  private final Runnable afterEach;
  private final Set<String> ended = new HashSet<>();
  private @Nullable RuntimeException thrown;
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
    pass(() -> listener.note(run, line));
  }

  @Override
  public synchronized void printed(String line) {
    pass(() -> listener.printed(line));
  }

  @Override
  public synchronized void round(ResolvedRun run, RoundRow row) {
    pass(() -> listener.round(run, row));
  }

  @Override
  public synchronized void finished(ResolvedRun run, RunOutcome outcome) {
    if (!new RunFolder(run.description().folder()).finished()) {
      failed(run, "the engine reported its end, but files are missing in its folder", true);
    } else if (ended.add(run.description().id())) {
      pass(afterEach);
      pass(() -> listener.finished(run, outcome));
    }
  }

  @Override
  public synchronized void failed(ResolvedRun run, String reason, boolean ours) {
    if (ended.add(run.description().id())) {
      failed++;
      internal |= ours;
      pass(() -> listener.failed(run, reason, ours));
    }
  }

  private void pass(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      thrown = e;
      throw e;
    }
  }

  /** Throws what the listener threw, which is not a failure of the engine. */
  synchronized void rethrow() {
    if (thrown != null) {
      throw thrown;
    }
  }

  /** Reports as failed every run whose end was not reported. */
  synchronized void requireEnds(List<ResolvedRun> runs, String engine) {
    for (ResolvedRun run : runs) {
      if (!ended.contains(run.description().id())) {
        failed(run, "the engine " + engine + " did not execute it", true);
      }
    }
  }

  synchronized GridResult result() {
    return new GridResult(failed, internal);
  }
}
