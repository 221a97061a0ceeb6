package dev.varangian.spi.filter;

/**
 * A vector of length d beside the received ones, which a filter declares in order to compare with
 * it and to give it a weight in the result.
 */
public sealed interface Reference {

  /** The filter's result of the round before; the zero vector in round 1. */
  record PreviousOutput() implements Reference {}

  /**
   * The d floats that the filter keeps in its {@link dev.varangian.spi.context.Memory} by this
   * name: the zero vector until the filter writes them.
   */
  record Kept(String name) implements Reference {}

  /**
   * The filter's result of the round before; the zero vector in round 1. The framework keeps it: a
   * fault's trial leaves it as it was, and a checkpoint holds it.
   */
  static Reference previousOutput() {
    return new PreviousOutput();
  }

  /** The d floats that the filter keeps in its memory by this name. */
  static Reference kept(String name) {
    return new Kept(name);
  }
}
