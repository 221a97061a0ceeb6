package dev.varangian.tensor.machine;

/**
 * Loops that run as fast as the hardware allows; a benchmark divides the engine's figures by
 * theirs. They run on one thread, with vectors as wide as those of the engine.
 */
public interface Limits {

  /** The loops for this JVM, with the Vector API if the engine uses it. */
  static Limits active() {
    return VectorSupport.isActive() ? new VectorLimits() : new ScalarLimits();
  }

  /**
   * Fused multiply-adds on values that stay in registers, in independent chains.
   *
   * @param steps the number of multiply-adds in each chain; the values stay finite for any number
   * @return a number that depends on all of them, so that none is optimised away
   */
  float multiplyAdd(int steps);

  /** The floating-point operations in one step of all chains of {@link #multiplyAdd}. */
  int operationsPerStep();

  /**
   * Reads {@code x[from..to)} from end to end.
   *
   * @return a number that depends on all values
   */
  float read(float[] x, int from, int to);
}
