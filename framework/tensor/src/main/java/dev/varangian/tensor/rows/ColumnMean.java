package dev.varangian.tensor.rows;

import dev.varangian.tensor.kernels.Kernels;
import dev.varangian.tensor.kernels.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * Reduces each column of n rows, the n values of a coordinate, to the mean of some of them: of a
 * span of the sorted values, or of those nearest to the mean of a span. Immutable; each thread
 * needs a {@link Buffer} of its own.
 */
public final class ColumnMean {
  private static final int KEYS = Kernels.KEYS;

  private final int rows;
  private final int first;
  private final int last;
  private final @Nullable Nearest nearest;
  private final int[] pairs;

  private ColumnMean(int rows, int first, int last, @Nullable Nearest nearest) {
    if (first < 0 || last < first || last >= rows) {
      throw new IllegalArgumentException(
          "places " + first + " to " + last + " of " + rows + " sorted values");
    }
    this.rows = rows;
    this.first = first;
    this.last = last;
    this.nearest = nearest;
    int[] all = SortingNetwork.pairs(rows);
    this.pairs = nearest == null ? SortingNetwork.neededFor(first, last, all) : all;
  }

  /**
   * The mean of the sorted values at the places {@code first} to {@code last}, counted from 0, both
   * inclusive: added in double in ascending order and rounded once to float.
   */
  public static ColumnMean ofSpan(int rows, int first, int last) {
    return new ColumnMean(rows, first, last, null);
  }

  /**
   * The mean of the {@code count} values nearest to the centre, which is the mean of the sorted
   * values at the places {@code first} to {@code last} in double. Distances are compared in double;
   * of values at equal distance those of lower rows are chosen. The chosen values are added in
   * double in ascending order, and the mean is rounded once to float.
   */
  public static ColumnMean ofNearest(int rows, int count, int first, int last) {
    if (count < 1 || count > rows) {
      throw new IllegalArgumentException("the nearest " + count + " of " + rows + " values");
    }
    return new ColumnMean(rows, first, last, new Nearest(count, first, last));
  }

  /** Working memory for one thread at a time. */
  public Buffer buffer() {
    return new Buffer(rows);
  }

  /** One thread's working memory: some columns, and the least and greatest averaged values. */
  public static final class Buffer {
    private final int[] keys;
    private final float[] sorted;
    private final float[] bounds = new float[2 * KEYS];

    private Buffer(int rows) {
      this.keys = new int[Math.multiplyExact(rows, KEYS)];
      this.sorted = new float[Math.addExact(keys.length, Kernels.SLACK)];
    }
  }

  /** Writes the means of the coordinates {@code [from, to)} to the same places of {@code out}. */
  public void write(float[][] values, int from, int to, float[] out, Buffer buffer) {
    reduce(values, from, to, out, buffer, null);
  }

  /**
   * Writes the means too, and counts which rows were used.
   *
   * @param uses for each row, the number of coordinates in which its value lies between the least
   *     and the greatest averaged value, both inclusive, is added to its entry
   */
  public void writeAndCount(
      float[][] values, int from, int to, float[] out, Buffer buffer, long[] uses) {
    reduce(values, from, to, out, buffer, uses);
  }

  private void reduce(
      float[][] values, int from, int to, float[] out, Buffer buffer, long @Nullable [] uses) {
    if (values.length != rows) {
      throw new IllegalArgumentException(values.length + " rows, expected " + rows);
    }
    for (int start = from; start < to; start += KEYS) {
      int length = Math.min(KEYS, to - start);
      sort(values, start, length, buffer);
      average(values, start, length, out, buffer);
      if (uses != null) {
        count(values, start, length, buffer, uses);
      }
    }
  }

  /** Sorts some columns, in so far as the mean depends on it. */
  private void sort(float[][] values, int from, int length, Buffer buffer) {
    Kernels kernels = Kernels.active();
    for (int row = 0; row < rows; row++) {
      kernels.toSortable(values[row], from, buffer.keys, row * KEYS, length);
    }
    kernels.order(buffer.keys, pairs);
    int start = nearest == null ? first : 0;
    int end = nearest == null ? last + 1 : rows;
    kernels.fromSortable(
        buffer.keys, start * KEYS, buffer.sorted, start * KEYS, (end - start) * KEYS);
  }

  private void average(float[][] values, int from, int length, float[] out, Buffer buffer) {
    if (nearest == null) {
      Kernels.active().mean(buffer.sorted, first * KEYS, KEYS, last - first + 1, length, out, from);
    } else {
      Kernels.active()
          .meanOfNearest(nearest, values, from, length, buffer.sorted, out, buffer.bounds);
    }
  }

  private void count(float[][] values, int from, int length, Buffer buffer, long[] uses) {
    float[] bounds = nearest == null ? buffer.sorted : buffer.bounds;
    int least = nearest == null ? first * KEYS : 0;
    int greatest = nearest == null ? last * KEYS : KEYS;
    for (int row = 0; row < rows; row++) {
      uses[row] +=
          Kernels.active().countBetween(values[row], from, bounds, least, greatest, length);
    }
  }
}
