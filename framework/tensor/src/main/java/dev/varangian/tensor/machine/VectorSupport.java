package dev.varangian.tensor.machine;

import dev.varangian.tensor.kernels.Kernels;

/** Whether this JVM computes with vector registers, and how wide they are. */
public final class VectorSupport {
  private VectorSupport() {}

  /** Whether the kernels use the Vector API. */
  public static boolean isActive() {
    return Kernels.active().lanes() > 1;
  }

  /** Which kernels were chosen and why, for instance {@code vector, 512 bit}. */
  public static String description() {
    return Kernels.description();
  }
}
