package dev.varangian.core.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of threads that share out numbered tasks. Which thread takes which task is left
 * open, so no result may depend on it.
 *
 * <p>Helpers are started at the first call that has work for them. Between calls they spin for some
 * tens of microseconds, then park. A call made while another is under way, be it from one of its
 * tasks, does its tasks on the calling thread.
 */
public final class ThreadTeam implements AutoCloseable {
  private final int threads;
  private final TaskBatch round = new TaskBatch();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final List<TeamThread> helpers = new ArrayList<>();

  /** One numbered task. */
  @FunctionalInterface
  public interface Task {
    /**
     * Does it.
     *
     * @param task which task
     * @param worker which thread runs it, below {@link #threads()} and below the number of tasks
     */
    void run(int task, int worker);
  }

  /**
   * Makes the threads.
   *
   * @param threads at least 1; the calling thread counts as one
   */
  public ThreadTeam(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("expected at least 1 thread, not " + threads);
    }
    this.threads = threads;
  }

  /** How many threads there are. */
  public int threads() {
    return threads;
  }

  /**
   * Runs the tasks 0 … count-1, handed out in ascending order, and returns when all are done. If
   * tasks fail, the others are given up, and the failure of the lowest one is thrown when no thread
   * is at work any more.
   */
  public void run(int count, Task task) {
    if (threads == 1 || count <= 1 || !busy.compareAndSet(false, true)) {
      for (int i = 0; i < count; i++) {
        task.run(i, 0);
      }
      return;
    }
    Throwable failure;
    try {
      startHelpers();
      round.open(count, task);
      for (int i = 0; i < Math.min(threads, count) - 1; i++) {
        helpers.get(i).wake();
      }
      round.work(0);
      failure = round.close();
    } finally {
      busy.set(false);
    }
    rethrow(failure);
  }

  private void startHelpers() {
    while (helpers.size() < threads - 1) {
      TeamThread helper = new TeamThread(round, helpers.size() + 1, spins());
      helper.start();
      helpers.add(helper);
    }
  }

  /** A thread that waits for another to be given a processor only keeps it from getting one. */
  private int spins() {
    return threads <= Runtime.getRuntime().availableProcessors() ? SpinThenPark.SPINS : 0;
  }

  private static void rethrow(@Nullable Throwable failure) {
    if (failure instanceof RuntimeException problem) {
      throw problem;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw new IllegalStateException(failure);
    }
  }

  /** Ends the helpers; the calling thread alone does what may come after. */
  @Override
  public void close() {
    if (busy.compareAndSet(false, true)) { // and stays busy
      helpers.forEach(TeamThread::end);
    }
  }
}
