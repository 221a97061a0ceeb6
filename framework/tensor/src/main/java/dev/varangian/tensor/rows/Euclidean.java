package dev.varangian.tensor.rows;

import dev.varangian.tensor.kernels.Kernels;

/**
 * Norms, distances and inner products of rows, summed in double from differences and products taken
 * in double; no finite rows overflow them. A range {@code [from, to)} that is a part of a longer
 * one must begin at a {@linkplain Blocks block}.
 */
public final class Euclidean {
  private Euclidean() {}

  /** The squared norm of {@code x[from..to)}. */
  public static double squaredNorm(float[] x, int from, int to) {
    return Kernels.active().reductions().squaredNorm(x, from, to);
  }

  /** The squared distance of {@code x[from..to)} and {@code y[from..to)}. */
  public static double squaredDistance(float[] x, float[] y, int from, int to) {
    return Kernels.active().reductions().squaredDistance(x, y, from, to);
  }

  /** The inner product of {@code x[from..to)} and {@code y[from..to)}. */
  public static double dot(float[] x, float[] y, int from, int to) {
    return Kernels.active().reductions().dot(x, y, from, to);
  }
}
