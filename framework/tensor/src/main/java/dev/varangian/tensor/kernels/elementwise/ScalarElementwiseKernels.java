package dev.varangian.tensor.kernels.elementwise;

/** Plain loops. */
public final class ScalarElementwiseKernels implements ElementwiseKernels {

  @Override
  public void reluGradient(
      float[] y,
      int yOffset,
      float[] gradient,
      int gradientOffset,
      float[] to,
      int toOffset,
      int length) {
    for (int i = 0; i < length; i++) {
      to[toOffset + i] = y[yOffset + i] <= 0 ? 0 : gradient[gradientOffset + i];
    }
  }
}
