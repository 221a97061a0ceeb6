package dev.varangian.core.grid.local;

import java.time.Duration;

/** Looks whether the run of a worker goes on, and tells if it has not for too long. */
final class Watch {
  private final Duration limit;
  private final Runnable onStall;
  private volatile boolean busy;
  private volatile long since;

  /**
   * @param limit how long a run may be silent
   * @param onStall called by a thread of its own, again and again while the silence lasts
   */
  Watch(Duration limit, Runnable onStall) {
    this.limit = limit;
    this.onStall = onStall;
  }

  /** Begins to look. */
  void start() {
    Thread thread = new Thread(this::look, "varangian-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private void look() {
    long period = Math.max(1, Math.min(500, limit.toMillis() / 4));
    while (true) {
      try {
        Thread.sleep(period);
      } catch (InterruptedException e) {
        return;
      }
      if (busy && System.nanoTime() - since > limit.toNanos()) {
        onStall.run();
      }
    }
  }

  /** The run has begun, or made a round. */
  void sign() {
    since = System.nanoTime();
    busy = true;
  }

  /** The run has ended. */
  void rest() {
    busy = false;
  }

  /** Whether a run is being made. */
  boolean isBusy() {
    return busy;
  }
}
