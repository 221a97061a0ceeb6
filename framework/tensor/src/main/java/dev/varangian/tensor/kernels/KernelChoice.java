package dev.varangian.tensor.kernels;

import java.lang.reflect.InvocationTargetException;

/** Chooses the kernels, once, when the class is first used. */
final class KernelChoice {
  private static final String VARIABLE = "VARANGIAN_KERNELS";
  private static final String VECTOR_CLASS = "dev.varangian.tensor.kernels.VectorKernels";

  static final Kernels KERNELS;
  static final String DESCRIPTION;

  static {
    Kernels kernels = new ScalarKernels();
    String description;
    String wanted = System.getenv(VARIABLE);
    if ("scalar".equals(wanted)) {
      description = "scalar, as " + VARIABLE + "=scalar asks";
    } else if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      description = "scalar, since this JVM runs without --add-modules jdk.incubator.vector";
    } else {
      try {
        kernels =
            Class.forName(VECTOR_CLASS)
                .asSubclass(Kernels.class)
                .getDeclaredConstructor()
                .newInstance();
        description = "vector, " + kernels.lanes() * Float.SIZE + " bit";
      } catch (ReflectiveOperationException | LinkageError e) {
        Throwable cause =
            e instanceof InvocationTargetException wrapper && wrapper.getCause() != null
                ? wrapper.getCause()
                : e;
        description = "scalar, since the vector kernels failed to load: " + cause;
      }
    }
    KERNELS = kernels;
    DESCRIPTION = description;
  }

  private KernelChoice() {}
}
