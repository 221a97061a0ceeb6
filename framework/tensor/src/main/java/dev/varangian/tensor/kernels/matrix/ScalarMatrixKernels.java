package dev.varangian.tensor.kernels.matrix;

import java.util.Arrays;

/** Plain loops. */
public final class ScalarMatrixKernels implements MatrixKernels {

  @Override
  public void multiply(Matrix a, Matrix b, Matrix c) {
    for (int i = 0; i < c.rows(); i++) {
      int to = c.offset() + i * c.rowStride();
      Arrays.fill(c.values(), to, to + c.columns(), 0);
      for (int k = 0; k < a.columns(); k++) {
        float factor = a.values()[a.offset() + i * a.rowStride() + k * a.columnStride()];
        addScaled(factor, b.values(), b.offset() + k * b.rowStride(), c.values(), to, c.columns());
      }
    }
  }

  private static void addScaled(
      float factor, float[] from, int fromOffset, float[] to, int toOffset, int length) {
    for (int j = 0; j < length; j++) {
      to[toOffset + j] = Math.fma(factor, from[fromOffset + j], to[toOffset + j]);
    }
  }
}
