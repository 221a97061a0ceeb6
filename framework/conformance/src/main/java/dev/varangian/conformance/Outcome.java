package dev.varangian.conformance;

/** How a check of a component ended. */
public sealed interface Outcome {

  /** The component keeps the claim. */
  record Passed() implements Outcome {}

  /**
   * The component breaks the claim.
   *
   * @param seen what happened, with the smallest numbers that show it
   * @param expected what should have happened
   */
  record Failed(String seen, String expected) implements Outcome {}

  /**
   * The claim means nothing for this component, or could not be checked.
   *
   * @param reason why
   */
  record NotApplicable(String reason) implements Outcome {}
}
