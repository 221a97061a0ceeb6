package dev.varangian.spi.filter;

/**
 * A vector of length d in addition to the received ones. A filter declares it to compare received
 * vectors with it and to give it a weight in the result.
 */
public sealed interface Reference {

  /** The filter's result in the previous round; the zero vector in round 1. */
  record PreviousOutput() implements Reference {}

  /**
   * The d floats that the filter keeps in its {@link dev.varangian.spi.context.Memory} under this
   * name; the zero vector until the filter writes to it.
   */
  record Kept(String name) implements Reference {}

  /**
   * The filter's result in the previous round; the zero vector in round 1. The framework stores it:
   * a fault's trial does not change it, and checkpoints include it.
   */
  static Reference previousOutput() {
    return new PreviousOutput();
  }

  /** The d floats that the filter keeps in its memory under this name. */
  static Reference kept(String name) {
    return new Kept(name);
  }
}
