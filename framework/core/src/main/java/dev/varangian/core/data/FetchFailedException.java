package dev.varangian.core.data;

/** A file can't be had from any mirror. */
public final class FetchFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean unreachable;

  /**
   * @param message each mirror with what is wrong with it
   * @param unreachable whether there was one that didn't deliver
   */
  FetchFailedException(String message, boolean unreachable) {
    super(message);
    this.unreachable = unreachable;
  }

  /** Whether the network or a server failed; otherwise the files that came were wrong. */
  public boolean unreachable() {
    return unreachable;
  }
}
