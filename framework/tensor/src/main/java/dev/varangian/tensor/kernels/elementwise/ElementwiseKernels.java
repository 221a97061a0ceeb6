package dev.varangian.tensor.kernels.elementwise;

/** What is computed element by element and has no vector code when written as a plain loop. */
public interface ElementwiseKernels {

  /**
   * The gradient of y = max(x, 0): to[i] = gradient[i] where y[i] &gt; 0, else 0 (NaN counts as
   * greater). Element 0 of each lies at its offset.
   */
  void reluGradient(
      float[] y,
      int yOffset,
      float[] gradient,
      int gradientOffset,
      float[] to,
      int toOffset,
      int length);
}
