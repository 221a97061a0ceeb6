package dev.varangian.conformance.check;

import dev.varangian.core.component.RunMemory;

/**
 * A component created for a separate run.
 *
 * @param memory its state between rounds
 */
public record Instance<T>(T component, RunMemory memory) {

  /** Returns whether it uses memory. */
  public boolean remembers() {
    return !memory.copy().isEmpty();
  }
}
