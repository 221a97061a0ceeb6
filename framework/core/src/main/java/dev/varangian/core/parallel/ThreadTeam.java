package dev.varangian.core.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of threads that share numbered tasks. Which thread executes which task is
 * unspecified, so no result may depend on it.
 *
 * <p>Helpers are started at the first call that has work for them. Between calls they spin for some
 * tens of microseconds, then park. A call made while another is in progress, including one made by
 * a task, executes its tasks on the calling thread.
 */
public final class ThreadTeam implements AutoCloseable {
  private final int threads;
  private final TaskBatch batch = new TaskBatch();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final List<TeamThread> helpers = new ArrayList<>();

  /** One numbered task. */
  @FunctionalInterface
  public interface Task {
    /**
     * Executes the task.
     *
     * @param task the number of the task
     * @param worker the number of the thread that executes it, below {@link #threads()} and below
     *     the number of tasks
     */
    void run(int task, int worker);
  }

  /**
   * Creates a team.
   *
   * @param threads at least 1; the calling thread counts as one
   */
  public ThreadTeam(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("expected at least 1 thread, not " + threads);
    }
    this.threads = threads;
  }

  /** The number of threads, including the calling thread. */
  public int threads() {
    return threads;
  }

  /**
   * Executes the tasks 0 to {@code count} - 1, started in ascending order, and returns when all are
   * done. If tasks fail, those not yet started are abandoned, and the failure of the lowest one is
   * thrown once no thread is executing a task.
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
      batch.open(count, task);
      for (int i = 0; i < Math.min(threads, count) - 1; i++) {
        helpers.get(i).wake();
      }
      batch.work(0);
      failure = batch.close();
    } finally {
      busy.set(false);
    }
    rethrow(failure);
  }

  private void startHelpers() {
    while (helpers.size() < threads - 1) {
      TeamThread helper = new TeamThread(batch, helpers.size() + 1, spins());
      helper.start();
      helpers.add(helper);
    }
  }

  /**
   * With more threads than processors, a spinning thread only takes a processor from the thread it
   * waits for.
   */
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

  /** Ends the helpers; the calling thread executes any later tasks alone. */
  @Override
  public void close() {
    if (busy.compareAndSet(false, true)) { // stays busy from now on
      helpers.forEach(TeamThread::end);
    }
  }
}
