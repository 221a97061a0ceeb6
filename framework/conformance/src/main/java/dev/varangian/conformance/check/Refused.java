package dev.varangian.conformance.check;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;

/**
 * Signals that a component rejects its parameters, its data or the sizes of a run, which is
 * allowed.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  Refused(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Returns the message. */
  public String reason() {
    return reason;
  }

  /**
   * Applies a hard bound as the framework does.
   *
   * @throws Refused if it does not hold
   */
  public static void unless(Condition hardBound, Geometry sizes) {
    if (!hardBound.met()) {
      String text = hardBound.text();
      throw new Refused(
          text.isBlank() ? "" : "needs " + text + ", not n = " + sizes.n() + ", f = " + sizes.f());
    }
  }
}
