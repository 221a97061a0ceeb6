package dev.varangian.conformance.check;

/** How long a component may read what it is given: during one call. */
public final class Lease {
  private final boolean yielding;
  private volatile boolean ended;
  private volatile boolean broken;

  /** For a call by itself. */
  public Lease() {
    this(false);
  }

  private Lease(boolean yielding) {
    this.yielding = yielding;
  }

  /** For a call beside others, which go on whenever this one has read something. */
  public static Lease yielding() {
    return new Lease(true);
  }

  /** To be called when the call is over. */
  public void end() {
    ended = true;
  }

  /** Whether something was read after the call, also where the component hid the failure. */
  public boolean broken() {
    return broken;
  }

  /**
   * To be called before something is read.
   *
   * @throws IllegalStateException if the call is over
   */
  public void require() {
    if (ended) {
      broken = true;
      throw new IllegalStateException("what was given for one call was read after it");
    }
  }

  /** To be called after something was read. */
  public void pause() {
    if (yielding) {
      Thread.yield();
    }
  }
}
