package dev.varangian.tensor.kernels.matrix;

/**
 * A matrix in an array: element (i, j) is {@code values[offset + i * rowStride + j *
 * columnStride]}.
 *
 * @param values the array
 * @param offset where element (0, 0) lies
 * @param rows the number of rows
 * @param columns the number of columns
 * @param rowStride the distance between elements of neighbouring rows
 * @param columnStride the distance between elements of neighbouring columns
 */
public record Matrix(
    float[] values, int offset, int rows, int columns, int rowStride, int columnStride) {

  /** A matrix that lies row after row without gaps. */
  public static Matrix of(float[] values, int offset, int rows, int columns) {
    return new Matrix(values, offset, rows, columns, columns, 1);
  }

  /** The transpose, in the same memory. */
  public Matrix transposed() {
    return new Matrix(values, offset, columns, rows, columnStride, rowStride);
  }

  /** The {@code count} columns from {@code first} on, in the same memory. */
  public Matrix columnsFrom(int first, int count) {
    return new Matrix(values, offset + first * columnStride, rows, count, rowStride, columnStride);
  }
}
