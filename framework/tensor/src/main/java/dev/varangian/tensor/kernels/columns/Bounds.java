package dev.varangian.tensor.kernels.columns;

/**
 * The least and the greatest of some values in each column.
 *
 * @param values the array
 * @param least the least value of column i lies at {@code least + i}
 * @param greatest the greatest value of column i lies at {@code greatest + i}
 */
public record Bounds(float[] values, int least, int greatest) {

  /** The same bounds from column {@code shift} on. */
  Bounds shifted(int shift) {
    return new Bounds(values, least + shift, greatest + shift);
  }
}
