package dev.varangian.conformance;

import dev.varangian.spi.Kind;

/**
 * What came of one check of one component.
 *
 * @param kind what the component is
 * @param component its name
 * @param check the claim that was checked, to be read after the name
 * @param outcome how it ended
 */
public record Result(Kind kind, String component, String check, Outcome outcome) {

  /** Whether the component breaks the claim. */
  public boolean failed() {
    return outcome instanceof Outcome.Failed;
  }
}
