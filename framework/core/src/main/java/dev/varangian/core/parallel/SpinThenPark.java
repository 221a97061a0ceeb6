package dev.varangian.core.parallel;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One thread's wait for what others bring about: a bounded spin, then parking.
 *
 * <p>The waiting thread announces itself before it looks a last time, and the others look for it
 * after their change; so one of the two sees the other, and no wake-up is lost.
 */
final class SpinThenPark {
  /** Some tens of microseconds. */
  static final int SPINS = 2000;

  private final BooleanSupplier over;
  private volatile @Nullable Thread parked;

  /**
   * @param over whether the wait is over; made true by volatile writes that {@link #wake} follows
   */
  SpinThenPark(BooleanSupplier over) {
    this.over = over;
  }

  /** Returns once the wait is over; an interrupt does not end it and is not forgotten. */
  void await(int spins) {
    for (int i = 0; i < spins; i++) {
      if (over.getAsBoolean()) {
        return;
      }
      Thread.onSpinWait();
    }
    boolean interrupted = false;
    parked = Thread.currentThread();
    while (!over.getAsBoolean()) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted(); // else park would return at once from now on
    }
    parked = null;
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Wakes the thread that waits, if one does. */
  void wake() {
    Thread thread = parked;
    if (thread != null) {
      LockSupport.unpark(thread);
    }
  }
}
