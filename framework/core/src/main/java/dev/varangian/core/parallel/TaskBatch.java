package dev.varangian.core.parallel;

import dev.varangian.core.parallel.ThreadTeam.Task;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one call, reused for the next call. Helpers may enter while the batch is open. The
 * caller closes it when no tasks are left and waits until the helpers inside have left. From then
 * until it opens the next batch, only the caller accesses the fields.
 */
final class TaskBatch {
  private static final Task NOTHING = (task, worker) -> {};

  /** The low bits of {@link #state}: the number of helpers inside. */
  private static final long INSIDE = 0xffff_ffffL;

  private static final long CLOSED = INSIDE + 1;

  /** The increment of {@link #state} from one batch to the next. */
  private static final long NEXT = 2 * CLOSED;

  private final AtomicLong state = new AtomicLong(CLOSED);
  private final AtomicInteger next = new AtomicInteger();
  private final SpinThenPark caller = new SpinThenPark(() -> (state.get() & INSIDE) == 0);
  private int count;
  private Task task = NOTHING;
  private int failed;
  private @Nullable Throwable failure;

  /** Opens a batch to helpers; the previous batch must be closed. */
  void open(int count, Task task) {
    this.count = count;
    this.task = task;
    this.failure = null;
    next.set(0);
    state.set((state.get() & -NEXT) + NEXT); // publishes the fields
  }

  /** Whether a batch with another number is open. */
  boolean isNewSince(long last) {
    long now = state.get();
    return (now & CLOSED) == 0 && (now & -NEXT) != last;
  }

  /**
   * Does tasks of the open batch if its number differs from {@code last}.
   *
   * @return the number of the last batch that this helper entered
   */
  long help(long last, int worker) {
    for (long now = state.get(); isNewSince(last); now = state.get()) {
      // Fails if the batch was closed in between, or another helper entered or left.
      if ((now & CLOSED) == 0 && state.compareAndSet(now, now + 1)) {
        if (worker < count) { // worker numbers stay below the number of tasks
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

  /** Does tasks until none is left. */
  void work(int worker) {
    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
      try {
        task.run(i, worker);
      } catch (Throwable e) {
        fail(i, e);
      }
    }
  }

  /**
   * All lower tasks have already started, so the failure that remains does not depend on timing.
   */
  private synchronized void fail(int i, Throwable e) {
    next.set(count);
    if (failure == null || i < failed) {
      failed = i;
      failure = e;
    }
  }

  /**
   * Waits until all helpers have left.
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
