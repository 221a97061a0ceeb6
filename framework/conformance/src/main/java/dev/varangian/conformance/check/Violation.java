package dev.varangian.conformance.check;

/** Signals that a component does not satisfy a claim. */
public final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String seen;
  private final String expected;

  /**
   * @param seen what happened, with the smallest input that shows it
   * @param expected what should have happened
   */
  public Violation(String seen, String expected) {
    super(seen + "; expected " + expected);
    this.seen = seen;
    this.expected = expected;
  }

  /** What happened. */
  public String seen() {
    return seen;
  }

  /** What should have happened. */
  public String expected() {
    return expected;
  }
}
