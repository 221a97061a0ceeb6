package dev.varangian.tensor.kernels;

import java.util.function.Supplier;

/** Chooses the kernels, once, when the class is first used. */
final class KernelChoice {
  private static final String VARIABLE = "VARANGIAN_KERNELS";
  private static final String VECTOR_CLASS = "dev.varangian.tensor.kernels.VectorKernels";

  static final Kernels KERNELS;
  static final String DESCRIPTION;

  static {
    Kernels kernels = Kernels.scalar();
    String description;
    String wanted = System.getenv(VARIABLE);
    if ("scalar".equals(wanted)) {
      description = "scalar, as set by " + VARIABLE + "=scalar";
    } else if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      description = "scalar, since this JVM runs without --add-modules jdk.incubator.vector";
    } else {
      try {
        kernels = vector();
        description = "vector, " + kernels.lanes() * Float.SIZE + " bit";
      } catch (ReflectiveOperationException | LinkageError | IllegalStateException e) {
        description = "scalar, since the vector kernels failed to load: " + e;
      }
    }
    KERNELS = kernels;
    DESCRIPTION = description;
  }

  private KernelChoice() {}

  /** By name, since the classes cannot be linked where the JVM has no Vector API. */
  static Kernels vector() throws ReflectiveOperationException {
    Object vectorKernels = Class.forName(VECTOR_CLASS).getDeclaredConstructor().newInstance();
    return (Kernels) ((Supplier<?>) vectorKernels).get();
  }
}
