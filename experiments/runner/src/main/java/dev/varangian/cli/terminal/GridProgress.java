package dev.varangian.cli.terminal;

import dev.varangian.core.grid.GridListener;
import dev.varangian.core.grid.RunTask;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a grid of runs is: a bar over all rounds on a terminal; elsewhere a line for each
 * run that ends, and one every half minute; nothing if quiet, but for runs that fail.
 */
public final class GridProgress implements GridListener, AutoCloseable {
  private static final Duration LINE_EVERY = Duration.ofSeconds(30);

  private static final String CLEAR_LINE = "\r\033[K";

  private final Console console;
  private final boolean quiet;
  private final int runs;
  private final long allRounds;
  private final @Nullable ProgressBar bar;
  private final Runnable onFinished;
  private final Map<RunTask, Integer> rounds = new HashMap<>();
  private final Map<RunTask, Boolean> failures = new LinkedHashMap<>();
  private final long started = System.nanoTime();
  private long lastLine = started;
  private long madeHere;
  private int ended;

  /**
   * @param onFinished called after each run that is finished, by one thread at a time
   */
  public GridProgress(Console console, List<RunTask> tasks, boolean quiet, Runnable onFinished) {
    this.console = console;
    this.quiet = quiet;
    this.runs = tasks.size();
    this.onFinished = onFinished;
    this.allRounds = tasks.stream().mapToLong(RunTask::rounds).sum();
    this.bar =
        quiet || !console.terminal()
            ? null
            : new ProgressBarBuilder()
                .setTaskName(runs + " runs")
                .setInitialMax(allRounds)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(console.err()))
                .build();
  }

  @Override
  public synchronized void note(String line) {
    clearBar();
    console.note(line);
  }

  @Override
  public synchronized void printed(String line) {
    clearBar();
    console.err().println(line);
  }

  @Override
  public synchronized void round(RunTask task, int round, double loss) {
    count(task, round);
    show();
    long now = System.nanoTime();
    if (bar == null && !quiet && now - lastLine >= LINE_EVERY.toNanos()) {
      lastLine = now;
      console.err().println(state());
    }
  }

  /** Makes room for a line; the bar is drawn again below it. */
  private void clearBar() {
    if (bar != null) {
      console.err().print(CLEAR_LINE);
    }
  }

  private void show() {
    if (bar != null) {
      bar.stepTo(done());
      bar.setExtraMessage(String.format(Locale.ROOT, " %d done, %.1f rounds/s", ended, rate()));
    }
  }

  private void count(RunTask task, int round) {
    Integer before = rounds.put(task, round);
    // A run that is continued has rounds that took no time now.
    madeHere += before == null ? 1 : Math.max(0, round - before);
  }

  private long done() {
    return rounds.values().stream().mapToLong(Integer::longValue).sum();
  }

  private double rate() {
    return madeHere / ((System.nanoTime() - started) / 1e9);
  }

  private String state() {
    long left = Math.round((allRounds - done()) / Math.max(rate(), 1e-9));
    return String.format(
        Locale.ROOT,
        "%d of %d runs, %.1f rounds/s, %d:%02d:%02d left",
        ended,
        runs,
        rate(),
        left / 3600,
        left / 60 % 60,
        left % 60);
  }

  @Override
  public synchronized void finished(RunTask task, int round, String outcome) {
    count(task, round);
    end(task);
    onFinished.run();
    if (bar == null && !quiet) {
      console.err().println("[" + ended + "/" + runs + "] " + task.title() + "  " + outcome);
    }
  }

  @Override
  public synchronized void failed(RunTask task, String reason, boolean users) {
    end(task);
    failures.put(task, users);
    note(task.title() + " failed: " + reason);
  }

  /** None of its rounds are left, though not all of them need have been made. */
  private void end(RunTask task) {
    rounds.put(task, task.rounds());
    ended++;
    show();
  }

  /** The runs that failed, and whether for a cause that is the user's to mend. */
  public synchronized Map<RunTask, Boolean> failures() {
    return new LinkedHashMap<>(failures);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
