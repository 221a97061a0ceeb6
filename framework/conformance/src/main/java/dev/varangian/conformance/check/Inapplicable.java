package dev.varangian.conformance.check;

/** A claim means nothing for a component. */
public final class Inapplicable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason why, to be read after "not applicable:"
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
