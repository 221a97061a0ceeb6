package dev.varangian.conformance.check;

import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** An output vector that uses none of the framework's kernels. */
public final class NaiveOutput implements OutputRow {
  private final float[] values;

  /**
   * @param values receives the result; initially cleared
   */
  public NaiveOutput(float[] values) {
    this.values = values;
    Arrays.fill(values, 0);
  }

  @Override
  public int length() {
    return values.length;
  }

  @Override
  public void set(int to, float[] from, int fromOffset, int length) {
    Objects.checkFromIndexSize(to, length, values.length);
    System.arraycopy(from, fromOffset, values, to, length);
  }

  @Override
  public void fill(float value) {
    Arrays.fill(values, value);
  }

  @Override
  public void combine(double[] weights, List<Row> rows) {
    if (weights.length != rows.size()) {
      throw new IllegalArgumentException(weights.length + " weights for " + rows.size() + " rows");
    }
    float[] sum = Vectors.combined(weights, arrays(rows), values.length);
    System.arraycopy(sum, 0, values, 0, values.length);
  }

  @Override
  public void orderStatistic(int place, List<Row> rows) {
    float[][] all = arrays(rows);
    float[] column = new float[all.length];
    for (int i = 0; i < values.length; i++) {
      for (int row = 0; row < all.length; row++) {
        column[row] = all[row][i];
      }
      Arrays.sort(column);
      values[i] = column[place];
    }
  }

  private float[][] arrays(List<Row> rows) {
    float[][] arrays = rows.stream().map(Vectors::of).toArray(float[][]::new);
    for (float[] array : arrays) {
      if (array.length != values.length) {
        throw new IllegalArgumentException(
            "a row of length " + array.length + " in a sum of length " + values.length);
      }
    }
    return arrays;
  }
}
