package dev.varangian.cli.terminal;

import dev.varangian.core.grid.GridListener;
import dev.varangian.spi.run.ResolvedRun;
import dev.varangian.spi.run.RoundRow;
import dev.varangian.spi.run.RunOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a grid of runs is: as {@link Progress} does where there is one run; else by a bar
 * over all rounds on a terminal; elsewhere a line for each run that ends, and one every half
 * minute; nothing if quiet, but for runs that fail.
 */
public final class GridProgress implements GridListener, AutoCloseable {
  private static final Duration LINE_EVERY = Duration.ofSeconds(30);

  private static final String CLEAR_LINE = "\r\033[K";

  private final Console console;
  private final boolean quiet;
  private final Path folder;
  private final Map<ResolvedRun, Integer> rounds = new HashMap<>();
  private @Nullable Progress single;
  private @Nullable ProgressBar bar;
  private int runs;
  private long allRounds;
  private final long started = System.nanoTime();
  private long lastLine = started;
  private long madeHere;
  private int ended;

  /**
   * @param folder the results folder
   */
  public GridProgress(Console console, Path folder, boolean quiet) {
    this.console = console;
    this.folder = folder;
    this.quiet = quiet;
  }

  @Override
  public synchronized void begin(List<ResolvedRun> missing, int finished) {
    if (finished > 0) {
      console.note(
          finished
              + " finished "
              + (finished == 1 ? "run is" : "runs are")
              + " kept in "
              + folder
              + " (--fresh runs them again)");
    }
    runs = missing.size();
    allRounds = missing.stream().mapToLong(ResolvedRun::rounds).sum();
    if (runs == 1) {
      ResolvedRun only = missing.get(0);
      single = new Progress(console, only.title(), only.rounds(), quiet);
    } else if (runs > 1 && !quiet && console.terminal()) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(runs + " runs")
              .setInitialMax(allRounds)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .setConsumer(new ConsoleProgressBarConsumer(console.err()))
              .build();
    }
  }

  @Override
  public synchronized void note(ResolvedRun run, String line) {
    clearBar();
    console.note(run.title() + ": " + line);
  }

  @Override
  public synchronized void printed(String line) {
    clearBar();
    console.err().println(line);
  }

  @Override
  public synchronized void round(ResolvedRun run, RoundRow row) {
    if (single != null) {
      single.round(row);
      return;
    }
    count(run, row.round());
    show();
    long now = System.nanoTime();
    if (bar == null && !quiet && now - lastLine >= LINE_EVERY.toNanos()) {
      lastLine = now;
      console.err().println(state());
    }
  }

  /** Makes room for a line; the bar is drawn again below it. */
  private void clearBar() {
    if (!quiet && console.terminal()) {
      console.err().print(CLEAR_LINE);
    }
  }

  private void show() {
    if (bar != null) {
      bar.stepTo(done());
      bar.setExtraMessage(String.format(Locale.ROOT, " %d done, %.1f rounds/s", ended, rate()));
    }
  }

  private void count(ResolvedRun run, int round) {
    Integer before = rounds.put(run, round);
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
  public synchronized void finished(ResolvedRun run, RunOutcome outcome) {
    if (single != null) {
      single.end(outcome.last(), outcome.divergedAt().isPresent());
      return;
    }
    count(run, outcome.last().round());
    end(run);
    if (bar == null && !quiet) {
      console.err().println("[" + ended + "/" + runs + "] " + run.title() + "  " + words(outcome));
    }
  }

  private static String words(RunOutcome outcome) {
    if (outcome.divergedAt().isPresent()) {
      return "diverged in round " + outcome.divergedAt().getAsInt();
    }
    double accuracy = outcome.last().testAccuracy();
    return Double.isNaN(accuracy)
        ? String.format(Locale.ROOT, "loss %.4g", outcome.last().trainLoss())
        : String.format(Locale.ROOT, "accuracy %.3f", accuracy);
  }

  @Override
  public synchronized void failed(ResolvedRun run, String reason, boolean internal) {
    end(run);
    clearBar();
    console.note(run.title() + " failed: " + reason);
  }

  /** None of its rounds are left, though not all of them need have been executed. */
  private void end(ResolvedRun run) {
    rounds.put(run, run.rounds());
    ended++;
    show();
  }

  @Override
  public void close() {
    if (single != null) {
      single.close();
    }
    if (bar != null) {
      bar.close();
    }
  }
}
