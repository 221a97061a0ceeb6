package dev.varangian.conformance.check;

import dev.varangian.spi.context.Row;
import java.util.Objects;

/** An input vector that uses none of the framework's kernels. */
public final class NaiveRow implements Row {
  private final float[] values;
  private final Lease lease;

  /**
   * @param values not copied
   * @param lease the lease under which it may be read
   */
  public NaiveRow(float[] values, Lease lease) {
    this.values = values;
    this.lease = lease;
  }

  @Override
  public int length() {
    return values.length;
  }

  @Override
  public float get(int coordinate) {
    lease.require();
    float value = values[Objects.checkIndex(coordinate, values.length)];
    lease.pause();
    return value;
  }

  @Override
  public void copy(int from, float[] to, int toOffset, int length) {
    lease.require();
    Objects.checkFromIndexSize(from, length, values.length);
    System.arraycopy(values, from, to, toOffset, length);
    lease.pause();
  }

  @Override
  public double squaredNorm() {
    return dot(this);
  }

  @Override
  public double dot(Row other) {
    float[] own = Vectors.of(this);
    float[] others = sameLength(other);
    double sum = 0;
    for (int i = 0; i < own.length; i++) {
      sum += (double) own[i] * others[i];
    }
    return sum;
  }

  @Override
  public double squaredDistance(Row other) {
    float[] own = Vectors.of(this);
    float[] others = sameLength(other);
    double sum = 0;
    for (int i = 0; i < own.length; i++) {
      double difference = (double) own[i] - others[i];
      sum += difference * difference;
    }
    return sum;
  }

  private float[] sameLength(Row other) {
    if (other.length() != values.length) {
      throw new IllegalArgumentException(
          "rows of length " + values.length + " and " + other.length());
    }
    return Vectors.of(other);
  }
}
