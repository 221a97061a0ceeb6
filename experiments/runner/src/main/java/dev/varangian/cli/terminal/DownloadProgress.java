package dev.varangian.cli.terminal;

import dev.varangian.core.data.FetchListener;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far a download is: a bar on a terminal, a line every five seconds elsewhere. */
public final class DownloadProgress implements FetchListener {
  private static final long NANOS_BETWEEN_LINES = 5_000_000_000L;
  private static final long KIB = 1024;

  private final Console console;
  private long lastLine;
  private @Nullable ProgressBar bar;

  public DownloadProgress(Console console) {
    this.console = console;
  }

  @Override
  public void begins(String address) {
    console.note("fetching " + address);
    lastLine = System.nanoTime();
    if (console.terminal()) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(address.substring(address.lastIndexOf('/') + 1))
              .setUnit(" KiB", KIB)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .setConsumer(new ConsoleProgressBarConsumer(console.err()))
              .build();
    }
  }

  @Override
  public void received(long done, long total) {
    if (bar != null) {
      bar.maxHint(total);
      bar.stepTo(done);
    } else if (System.nanoTime() - lastLine >= NANOS_BETWEEN_LINES) {
      lastLine = System.nanoTime();
      console.note(done / KIB + (total < 0 ? " KiB" : " of " + total / KIB + " KiB"));
    }
  }

  @Override
  public void ends() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  @Override
  public void goesOn(String reason) {
    console.note(reason + "; trying the next mirror");
  }
}
