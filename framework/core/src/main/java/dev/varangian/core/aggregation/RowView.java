package dev.varangian.core.aggregation;

import dev.varangian.spi.context.Row;
import dev.varangian.tensor.rows.Euclidean;
import java.util.Objects;

/** A read-only view of the first {@code length} entries of an array. */
public final class RowView implements Row {
  private final float[] values;
  private final int length;

  public RowView(float[] values, int length) {
    this.values = values;
    this.length = length;
  }

  /** The array behind a row, which must be one of the framework's own rows. */
  static float[] valuesOf(Row row) {
    if (row instanceof RowView view) {
      return view.values;
    }
    throw new IllegalArgumentException("the row is none that the framework handed out");
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public float get(int coordinate) {
    return values[Objects.checkIndex(coordinate, length)];
  }

  @Override
  public void copy(int from, float[] to, int toOffset, int count) {
    Objects.checkFromIndexSize(from, count, length);
    System.arraycopy(values, from, to, toOffset, count);
  }

  @Override
  public double squaredNorm() {
    return Euclidean.squaredNorm(values, 0, length);
  }

  @Override
  public double dot(Row other) {
    return Euclidean.dot(values, sameLength(other), 0, length);
  }

  @Override
  public double squaredDistance(Row other) {
    return Euclidean.squaredDistance(values, sameLength(other), 0, length);
  }

  private float[] sameLength(Row other) {
    if (other.length() != length) {
      throw new IllegalArgumentException("rows of length " + length + " and " + other.length());
    }
    return valuesOf(other);
  }
}
