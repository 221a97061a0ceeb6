package dev.varangian.spi;

/** A fault that sends another vector of the right length in place of the agent's gradient. */
public non-sealed interface GradientFault extends Fault {

  /** What {@link #forge} reads of the situation. */
  Knowledge knows();

  /** Writes the vector that the agent sends. */
  void forge(Situation situation, OutputRow out);
}
