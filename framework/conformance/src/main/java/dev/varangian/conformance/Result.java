package dev.varangian.conformance;

import dev.varangian.spi.Kind;

/**
 * The result of one check of one component.
 *
 * @param kind the component's kind
 * @param component its name
 * @param check the claim, worded to follow the component's name
 * @param outcome the outcome
 */
public record Result(Kind kind, String component, String check, Outcome outcome) {

  /** Returns whether the claim does not hold. */
  public boolean failed() {
    return outcome instanceof Outcome.Failed;
  }
}
