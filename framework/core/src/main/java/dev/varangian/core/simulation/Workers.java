package dev.varangian.core.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

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
     * @param task which task
     * @param worker which thread runs it, below {@link #threads()}
     */
    void run(int task, int worker);
  }

  /**
   * @param threads at least 1; the calling thread counts as one
   */
  public Workers(int threads) {
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

  /** Runs the tasks 0 … count-1 and returns when all are done. */
  public void run(int count, Task task) {
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> started = new ArrayList<>();
    for (int worker = 1; worker < Math.min(threads, count); worker++) {
      int number = worker;
      started.add(helpers.submit(() -> drain(next, count, number, task)));
    }
    try {
      drain(next, count, 0, task);
    } finally {
      next.set(count);
      started.forEach(Workers::join);
    }
  }

  private static void drain(AtomicInteger next, int count, int worker, Task task) {
    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
      task.run(i, worker);
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
          Throwable cause = e.getCause();
          if (cause instanceof RuntimeException problem) {
            throw problem;
          }
          if (cause instanceof Error error) {
            throw error;
          }
          throw new IllegalStateException(cause);
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
