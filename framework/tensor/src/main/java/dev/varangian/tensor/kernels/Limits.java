package dev.varangian.tensor.kernels;

/**
 * Loops that do nothing but what the machine does at its fastest; a benchmark divides the engine's
 * figures by theirs. They run on one thread, with vectors as wide as those of {@link
 * Kernels#active()}.
 */
public interface Limits {

  /** The loops of this JVM, with the Vector API if the active kernels have it. */
  static Limits active() {
    return Kernels.active() instanceof VectorKernels ? new VectorLimits() : new ScalarLimits();
  }

  /**
   * Fused multiply-adds on values that stay in registers, in chains that don't wait for each other.
   *
   * @param steps how often each chain goes on; the values stay finite for any number
   * @return a number that depends on all of them, so that none is left out
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
