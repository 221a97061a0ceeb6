package dev.varangian.conformance.check;

import dev.varangian.core.component.RunMemory;

/**
 * A component made for a run of its own.
 *
 * @param memory what it keeps between rounds
 */
public record Instance<T>(T component, RunMemory memory) {

  /** Whether it has asked for memory. */
  public boolean remembers() {
    return !memory.copy().isEmpty();
  }
}
