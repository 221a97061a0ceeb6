package dev.varangian.core.catalogue.plugin;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs third-party code, which might never return, with a time limit. */
public final class TimeLimit {
  private TimeLimit() {}

  /**
   * Returns or throws what the work does.
   *
   * @param late computes the result if the work is not done in time; receives its thread, which
   *     cannot be stopped but does not keep the JVM alive
   */
  public static <T> T run(Supplier<T> work, Duration limit, Function<Thread, T> late) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(task, "varangian-question");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return late.apply(thread);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException exception
          ? exception
          : new IllegalStateException(e.getCause());
    }
  }
}
