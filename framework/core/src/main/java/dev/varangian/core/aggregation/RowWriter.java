package dev.varangian.core.aggregation;

import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.filter.CoordinateRule.Span;
import dev.varangian.tensor.rows.WeightedSum;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Writes the first {@code length} entries of an array, which are first set to zero. */
public final class RowWriter implements OutputRow {
  private final float[] values;
  private final int length;
  private boolean ended;

  public RowWriter(float[] values, int length) {
    this.values = values;
    this.length = length;
    Arrays.fill(values, 0);
  }

  /** Invalidates this row: the array will hold another vector. */
  public void end() {
    ended = true;
  }

  private void requireOpen() {
    if (ended) {
      throw new IllegalStateException(
          "an output row is valid during one call, and was kept beyond it");
    }
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public void set(int to, float[] from, int fromOffset, int count) {
    requireOpen();
    if ((to | count) < 0 || count > length - to) {
      throw new IndexOutOfBoundsException(
          count + " coordinates from " + to + " on, in a vector of " + length);
    }
    System.arraycopy(from, fromOffset, values, to, count);
  }

  @Override
  public void fill(float value) {
    requireOpen();
    Arrays.fill(values, 0, length, value);
  }

  @Override
  public void combine(double[] weights, List<Row> rows) {
    requireOpen();
    if (weights.length != rows.size()) {
      throw new IllegalArgumentException(weights.length + " weights for " + rows.size() + " rows");
    }
    WeightedSum.write(weights, arraysOf(rows), values, 0, length);
  }

  @Override
  public void orderStatistic(int place, List<Row> rows) {
    requireOpen();
    Objects.checkIndex(place, rows.size());
    try (ThreadTeam alone = new ThreadTeam(1)) {
      new CoordinateColumns(alone, rows.size())
          .write(new Span(place, place), arraysOf(rows), length, values);
    }
  }

  private float[][] arraysOf(List<Row> rows) {
    float[][] arrays = new float[rows.size()][];
    for (int i = 0; i < arrays.length; i++) {
      if (rows.get(i).length() != length) {
        throw new IllegalArgumentException(
            "a row of length " + rows.get(i).length() + " in a sum of length " + length);
      }
      arrays[i] = RowView.valuesOf(rows.get(i));
    }
    return arrays;
  }
}
