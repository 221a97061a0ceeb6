package dev.varangian.tensor.kernels;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The two implementations of the kernels. */
public enum Implementation {
  SCALAR,
  VECTOR;

  /** The kernels; skips the test where the JVM has no Vector API. */
  public Kernels kernels() {
    if (this == SCALAR) {
      return Kernels.scalar();
    }
    assumeTrue(
        ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(),
        "this JVM runs without --add-modules jdk.incubator.vector");
    return new VectorKernels().get();
  }
}
