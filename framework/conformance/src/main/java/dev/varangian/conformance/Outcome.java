package dev.varangian.conformance;

/** The outcome of a check. */
public sealed interface Outcome {

  /** The claim holds. */
  record Passed() implements Outcome {}

  /**
   * The claim does not hold.
   *
   * @param seen what happened, with the smallest input that shows it
   * @param expected what should have happened
   */
  record Failed(String seen, String expected) implements Outcome {}

  /**
   * The claim does not apply to this component or could not be checked.
   *
   * @param reason why
   */
  record NotApplicable(String reason) implements Outcome {}
}
