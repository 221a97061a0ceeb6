package dev.varangian.cli.terminal;

import dev.varangian.spi.run.RoundRow;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a run is: a bar on a terminal, plain lines elsewhere (at evaluated rounds, but not
 * more often than every second, and at the latest after ten), nothing if quiet.
 */
final class Progress implements AutoCloseable {
  private static final long SECOND = 1_000_000_000L;
  private static final int MOST_SECONDS = 10;

  private final Console console;
  private final String title;
  private final int rounds;
  private final boolean quiet;
  private final long started = System.nanoTime();
  private final @Nullable ProgressBar bar;
  private long lastLine = started - SECOND;
  private double accuracy = Double.NaN;

  /** How many rounds an earlier attempt made. */
  private int before = -1;

  Progress(Console console, String title, int rounds, boolean quiet) {
    this.console = console;
    this.title = title;
    this.rounds = rounds;
    this.quiet = quiet;
    this.bar =
        quiet || !console.terminal()
            ? null
            : new ProgressBarBuilder()
                .setTaskName(title)
                .setInitialMax(rounds)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(console.err()))
                .build();
  }

  /** A round has ended. */
  void round(RoundRow row) {
    before = before < 0 ? row.round() - 1 : before;
    boolean evaluated = !Double.isNaN(row.testAccuracy());
    accuracy = evaluated ? row.testAccuracy() : accuracy;
    if (bar != null) {
      bar.setExtraMessage(measures(row));
      bar.stepTo(row.round());
      return;
    }
    long now = System.nanoTime();
    long since = now - lastLine;
    if (row.round() < rounds && since >= (evaluated ? SECOND : MOST_SECONDS * SECOND)) {
      lastLine = now;
      Duration left =
          Duration.ofNanos((now - started) / (row.round() - before) * (rounds - row.round()));
      print(row, "  " + clock(left) + " left");
    }
  }

  /** Shows how the run ended. */
  void end(RoundRow row, boolean diverged) {
    if (bar != null && diverged) {
      bar.setExtraMessage(" diverged in round " + row.round());
    } else if (bar == null) {
      print(row, diverged ? "  diverged" : "");
    }
  }

  private void print(RoundRow row, String end) {
    if (!quiet) {
      console
          .err()
          .printf(
              Locale.ROOT,
              "%s  round %d/%d %s%s%n",
              title,
              row.round(),
              rounds,
              measures(row),
              end);
    }
  }

  private String measures(RoundRow row) {
    String loss =
        Double.isNaN(row.trainLoss())
            ? ""
            : String.format(Locale.ROOT, " loss %.4g", row.trainLoss());
    return Double.isNaN(accuracy)
        ? loss
        : loss + String.format(Locale.ROOT, " accuracy %.3f", accuracy);
  }

  private static String clock(Duration duration) {
    return duration.toHours() > 0
        ? String.format(
            Locale.ROOT,
            "%d:%02d:%02d",
            duration.toHours(),
            duration.toMinutesPart(),
            duration.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", duration.toMinutesPart(), duration.toSecondsPart());
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
