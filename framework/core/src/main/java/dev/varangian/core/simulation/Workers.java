package dev.varangian.core.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of threads that share out numbered tasks. Which thread takes which task is left
 * open, so no result may depend on it.
 */
public final class Workers implements AutoCloseable {
  private final int threads;
  private final ExecutorService helpers;

  /** One numbered task. */
  @FunctionalInterface
  public interface Task {
    /**
     * Does it.
     *
     * @param task which task
     * @param worker which thread runs it, below {@link #threads()}
     */
    void run(int task, int worker);
  }

  /**
   * Makes the threads.
   *
   * @param threads at least 1; the calling thread counts as one
   */
  public Workers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("expected at least 1 thread, not " + threads);
    }
    this.threads = threads;
    this.helpers =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "varangian-worker");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** How many threads there are. */
  public int threads() {
    return threads;
  }

  /**
   * Runs the tasks 0 … count-1 and returns when all are done. If tasks fail, the others are given
   * up, and the failure of the lowest one is thrown when no thread is at work any more.
   */
  public void run(int count, Task task) {
    Round round = new Round(count, task);
    List<Future<?>> started = new ArrayList<>();
    try {
      for (int worker = 1; worker < Math.min(threads, count); worker++) {
        int number = worker;
        started.add(helpers.submit(() -> round.work(number)));
      }
      round.work(0);
    } finally {
      round.stop();
      started.forEach(Workers::join);
    }
    round.rethrow();
  }

  /** The tasks of one call, handed out in ascending order. */
  private static final class Round {
    private final int count;
    private final Task task;
    private final AtomicInteger next = new AtomicInteger();
    private int failed;
    private @Nullable Throwable failure;

    Round(int count, Task task) {
      this.count = count;
      this.task = task;
    }

    void work(int worker) {
      for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
        try {
          task.run(i, worker);
        } catch (RuntimeException | Error e) {
          fail(i, e);
        }
      }
    }

    /** Lower tasks are under way already, so which failure remains is no matter of timing. */
    private synchronized void fail(int i, Throwable e) {
      stop();
      if (failure == null || i < failed) {
        failed = i;
        failure = e;
      }
    }

    void stop() {
      next.set(count);
    }

    synchronized void rethrow() {
      if (failure instanceof RuntimeException problem) {
        throw problem;
      }
      if (failure instanceof Error error) {
        throw error;
      }
    }
  }

  private static void join(Future<?> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          future.get();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    helpers.shutdownNow();
  }
}
