package dev.varangian.core.parallel;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread wait for a condition that other threads bring about: a bounded spin, then
 * parking.
 *
 * <p>The waiting thread announces itself before its last check of the condition, and the other
 * threads look for a waiting thread after changing the condition. So at least one of them sees the
 * other, and no wake-up is lost.
 */
final class SpinThenPark {
  /** Some tens of microseconds. */
  static final int SPINS = 2000;

  private final BooleanSupplier over;
  private volatile @Nullable Thread parked;

  /**
   * @param over whether the wait is over; becomes true by a volatile write that is followed by a
   *     call of {@link #wake}
   */
  SpinThenPark(BooleanSupplier over) {
    this.over = over;
  }

  /**
   * Returns once the wait is over; an interrupt does not end the wait, and the interrupt status is
   * restored.
   */
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
      interrupted |= Thread.interrupted(); // otherwise park would return at once
    }
    parked = null;
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Wakes the waiting thread, if there is one. */
  void wake() {
    Thread thread = parked;
    if (thread != null) {
      LockSupport.unpark(thread);
    }
  }
}
