package dev.varangian.tensor.rows;

import dev.varangian.tensor.kernels.Kernels;
import dev.varangian.tensor.kernels.columns.Bounds;
import dev.varangian.tensor.kernels.columns.ColumnKernels;
import dev.varangian.tensor.kernels.columns.Nearest;
import dev.varangian.tensor.kernels.columns.StackedRows;
import org.jspecify.annotations.Nullable;

/**
 * Reduces each column of n rows, the n values of a coordinate, to the mean of some of them: of a
 * span of the sorted values, or of those nearest to the mean of a span. Immutable; each thread
 * needs a {@link Buffer} of its own.
 */
public final class ColumnMean {
  private static final int COLUMNS = ColumnKernels.COLUMNS;

  private final int rows;
  private final int first;
  private final int last;

  /** The number of nearest values that are averaged; 0 for the span itself. */
  private final int nearest;

  private final int[] pairs;

  private ColumnMean(int rows, int first, int last, int nearest) {
    if (first < 0 || last < first || last >= rows) {
      throw new IllegalArgumentException(
          "places " + first + " to " + last + " of " + rows + " sorted values");
    }
    this.rows = rows;
    this.first = first;
    this.last = last;
    this.nearest = nearest;
    int[] all = SortingNetwork.pairs(rows);
    this.pairs = nearest > 0 ? all : SortingNetwork.neededFor(first, last, all);
  }

  /**
   * The mean of the sorted values at the places {@code first} to {@code last}, counted from 0, both
   * inclusive: added in double in ascending order and rounded once to float.
   */
  public static ColumnMean ofSpan(int rows, int first, int last) {
    return new ColumnMean(rows, first, last, 0);
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
    return new ColumnMean(rows, first, last, count);
  }

  /** Working memory for one thread at a time. */
  public Buffer buffer() {
    return new Buffer(this);
  }

  /** One thread's working memory: some columns, and the least and greatest averaged values. */
  public static final class Buffer {
    private final int[] keys;
    private final float[] sorted;
    private final StackedRows span;
    private final Bounds bounds;
    private final @Nullable Nearest nearest;

    private Buffer(ColumnMean mean) {
      this.keys = new int[Math.multiplyExact(mean.rows, COLUMNS)];
      this.sorted = new float[Math.addExact(keys.length, ColumnKernels.SLACK)];
      int first = mean.first;
      int last = mean.last;
      this.span = new StackedRows(sorted, first * COLUMNS, COLUMNS, last - first + 1);
      if (mean.nearest > 0) {
        this.bounds = new Bounds(new float[2 * COLUMNS], 0, COLUMNS);
        this.nearest = new Nearest(mean.nearest, first, last, sorted, bounds);
      } else {
        this.bounds = new Bounds(sorted, first * COLUMNS, last * COLUMNS);
        this.nearest = null;
      }
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
    ColumnKernels kernels = Kernels.active().columns();
    for (int start = from; start < to; start += COLUMNS) {
      int length = Math.min(COLUMNS, to - start);
      sort(values, start, length, buffer);
      if (buffer.nearest == null) {
        kernels.mean(buffer.span, length, out, start);
      } else {
        kernels.meanOfNearest(buffer.nearest, values, start, length, out);
      }
      for (int row = 0; uses != null && row < rows; row++) {
        uses[row] += kernels.countBetween(values[row], start, buffer.bounds, length);
      }
    }
  }

  /** Sorts some columns, as far as the mean depends on it. */
  private void sort(float[][] values, int from, int length, Buffer buffer) {
    ColumnKernels kernels = Kernels.active().columns();
    for (int row = 0; row < rows; row++) {
      kernels.toSortable(values[row], from, buffer.keys, row * COLUMNS, length);
    }
    kernels.compareExchange(buffer.keys, pairs);
    int start = nearest > 0 ? 0 : first * COLUMNS;
    int end = nearest > 0 ? rows * COLUMNS : (last + 1) * COLUMNS;
    kernels.fromSortable(buffer.keys, start, buffer.sorted, start, end - start);
  }
}
