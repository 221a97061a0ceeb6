package dev.varangian.tensor.kernels.columns;

/**
 * Rows in one array.
 *
 * @param values the array
 * @param offset where the first row begins
 * @param stride the distance between rows
 * @param count the number of rows, at least 1
 */
public record StackedRows(float[] values, int offset, int stride, int count) {

  /** The same rows from column {@code shift} on. */
  StackedRows shifted(int shift) {
    return new StackedRows(values, offset + shift, stride, count);
  }
}
