package dev.varangian.cli;

import dev.varangian.cli.text.Seconds;
import dev.varangian.core.catalogue.ForeignFrame;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Work that asks a stranger's code, which need not ever answer. */
final class Deadline {
  private Deadline() {}

  /**
   * What the work gives.
   *
   * @param what is asked, for a message, for instance {@code the filter krum}
   * @throws UserErrorException if it takes longer than the limit; its thread goes on then, and does
   *     not outlive the command
   */
  static <T> T within(Duration limit, String what, Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(task, "varangian-question");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new UserErrorException(
          what
              + " did not tell of itself within "
              + Seconds.of(limit)
              + ForeignFrame.of(thread).map(frame -> ": it is in " + frame).orElse(""));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException exception
          ? exception
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
