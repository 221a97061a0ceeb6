package dev.varangian.conformance.check;

/** Limits the use of arguments to one call. */
public final class Lease {
  private final boolean yielding;
  private volatile boolean ended;
  private volatile boolean broken;

  /** A lease for a single call. */
  public Lease() {
    this(false);
  }

  private Lease(boolean yielding) {
    this.yielding = yielding;
  }

  /** Returns a lease for one of several concurrent calls; each read yields to the other threads. */
  public static Lease yielding() {
    return new Lease(true);
  }

  /** Ends the lease; call this when the call has returned. */
  public void end() {
    ended = true;
  }

  /**
   * Returns whether an argument was used after the call, even if the component caught the
   * exception.
   */
  public boolean broken() {
    return broken;
  }

  /**
   * Checks the lease; call this before each read.
   *
   * @throws IllegalStateException if the call has returned
   */
  public void require() {
    if (ended) {
      broken = true;
      throw new IllegalStateException("an argument was used after the call it was passed to");
    }
  }

  /** Yields to concurrent calls; call this after each read. */
  public void pause() {
    if (yielding) {
      Thread.yield();
    }
  }
}
