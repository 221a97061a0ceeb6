package dev.varangian.spi.fault;

import dev.varangian.spi.context.OutputRow;

/** A fault that sends another vector of the right length in place of the agent's gradient. */
public non-sealed interface GradientFault extends Fault {

  /** The parts of the situation that {@link #forge} reads. */
  Knowledge knows();

  /**
   * Whether all agents that have the fault send the same vector in a round; {@link #forge} is then
   * called once per round, for the first of them.
   */
  default boolean common() {
    return false;
  }

  /** Writes the vector that the agent sends. */
  void forge(Situation situation, OutputRow out);
}
