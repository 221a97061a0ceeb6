package dev.varangian.core.parallel;

import dev.varangian.core.parallel.ThreadTeam.Task;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one call, then those of the next. A helper may come in while the round is open; the
 * caller closes it when there are no tasks left, and waits for those who are in. From then until
 * the next opening nobody but the caller touches the fields.
 */
final class TaskBatch {
  private static final Task NOTHING = (task, worker) -> {};

  /** The low bits of {@link #state}: how many helpers are in. */
  private static final long INSIDE = 0xffff_ffffL;

  private static final long CLOSED = INSIDE + 1;

  /** What the next round's number adds to {@link #state}. */
  private static final long NEXT = 2 * CLOSED;

  private final AtomicLong state = new AtomicLong(CLOSED);
  private final AtomicInteger next = new AtomicInteger();
  private final SpinThenPark caller = new SpinThenPark(() -> (state.get() & INSIDE) == 0);
  private int count;
  private Task task = NOTHING;
  private int failed;
  private @Nullable Throwable failure;

  /** Lets helpers in; the round must be closed. */
  void open(int count, Task task) {
    this.count = count;
    this.task = task;
    this.failure = null;
    next.set(0);
    state.set((state.get() & -NEXT) + NEXT); // publishes the fields
  }

  /** Whether there is an open round with another number. */
  boolean isNewSince(long last) {
    long now = state.get();
    return (now & CLOSED) == 0 && (now & -NEXT) != last;
  }

  /**
   * Does tasks of the round that is open, if its number is another than {@code last}.
   *
   * @return the number of the last round that this helper was in
   */
  long help(long last, int worker) {
    for (long now = state.get(); isNewSince(last); now = state.get()) {
      // Fails where the round has been closed since, or another helper came or went.
      if ((now & CLOSED) == 0 && state.compareAndSet(now, now + 1)) {
        if (worker < count) { // whoever sizes things by the tasks meets no greater number
          work(worker);
        }
        if ((state.decrementAndGet() & INSIDE) == 0) {
          caller.wake();
        }
        return now & -NEXT;
      }
    }
    return last;
  }

  /** Does tasks until none are left. */
  void work(int worker) {
    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
      try {
        task.run(i, worker);
      } catch (Throwable e) {
        fail(i, e);
      }
    }
  }

  /** Lower tasks are under way already, so which failure remains is no matter of timing. */
  private synchronized void fail(int i, Throwable e) {
    next.set(count);
    if (failure == null || i < failed) {
      failed = i;
      failure = e;
    }
  }

  /**
   * Waits until no helper is in any more.
   *
   * @return the failure of the lowest task that failed
   */
  @Nullable Throwable close() {
    state.addAndGet(CLOSED);
    caller.await(SpinThenPark.SPINS);
    task = NOTHING;
    return failure;
  }
}
