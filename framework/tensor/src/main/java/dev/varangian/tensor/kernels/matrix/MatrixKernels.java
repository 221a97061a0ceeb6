package dev.varangian.tensor.kernels.matrix;

/** The matrix product. */
public interface MatrixKernels {
  /** The number of columns that are computed side by side, row after row. */
  int WIDTH = 48;

  /** The same where there are few columns. */
  int NARROW_WIDTH = 16;

  /**
   * C = A B, each element's terms added in the order of k by fused multiply-adds. B and C have
   * column stride 1.
   *
   * @param b {@value #NARROW_WIDTH} or at least {@value #WIDTH} columns, as many rows as A has
   *     columns
   * @param c as many rows as A, as many columns as B; shares no memory with A and B
   */
  void multiply(Matrix a, Matrix b, Matrix c);
}
