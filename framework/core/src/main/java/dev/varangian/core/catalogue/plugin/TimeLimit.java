package dev.varangian.core.catalogue.plugin;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How long code of a plugin may take, which need not ever end. */
public final class TimeLimit {
  private final Duration limit;
  private volatile long start = System.nanoTime();

  /** A limit that begins now. */
  public TimeLimit(Duration limit) {
    this.limit = limit;
  }

  /** Lets it begin again. */
  public void restart() {
    start = System.nanoTime();
  }

  /** Whether more time has passed since it began. */
  public boolean isExceeded() {
    return System.nanoTime() - start > limit.toNanos();
  }

  /**
   * Runs work in a thread of its own.
   *
   * @param late what to return or throw where the work is not done in time; nothing can end its
   *     thread then, which is interrupted and does not keep the JVM from ending
   * @return what the work returns; what it throws is thrown
   */
  public static <T> T call(Supplier<T> work, Duration limit, Supplier<T> late) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(task, "varangian-time-limit");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      return late.get();
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

  /** The same for work that returns nothing. */
  public static void run(Runnable work, Duration limit, Runnable late) {
    TimeLimit.<@Nullable Object>call(
        () -> {
          work.run();
          return null;
        },
        limit,
        () -> {
          late.run();
          return null;
        });
  }

  /** A time in seconds for messages, without zeros at its end, for instance {@code 2.5 s}. */
  public static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros().toPlainString() + " s";
  }
}
