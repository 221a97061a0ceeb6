package dev.varangian.conformance.check;

/** Signals that a claim does not apply to a component. */
public final class Inapplicable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason why, worded to follow "not applicable:"
   */
  public Inapplicable(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Why. */
  public String reason() {
    return reason;
  }
}
