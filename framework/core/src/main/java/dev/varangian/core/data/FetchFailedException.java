package dev.varangian.core.data;

/** Signals that a file cannot be fetched from any mirror. */
public final class FetchFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean unreachable;

  /**
   * @param message each mirror and what failed there
   * @param unreachable whether a mirror did not deliver
   */
  FetchFailedException(String message, boolean unreachable) {
    super(message);
    this.unreachable = unreachable;
  }

  /** Returns whether the network or a server failed; otherwise the received files were wrong. */
  public boolean unreachable() {
    return unreachable;
  }
}
