package dev.varangian.conformance;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Work that may never end. */
final class TimeLimit {
  private TimeLimit() {}

  /**
   * What the work gives; empty if it is not done in time. Its thread, which nothing can end, does
   * not keep the JVM from ending.
   */
  static <T> Optional<T> run(Supplier<T> work, Duration limit) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(task, "varangian-conformance");
    thread.setDaemon(true);
    thread.start();
    try {
      return Optional.of(task.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      thread.interrupt();
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OutOfMemoryError error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
