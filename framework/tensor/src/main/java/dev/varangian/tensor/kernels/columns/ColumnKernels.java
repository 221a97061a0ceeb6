package dev.varangian.tensor.kernels.columns;

/**
 * Sorts the columns of rows, {@value #COLUMNS} at a time, and averages sorted values. Where some
 * columns are kept, the value of row, or of place, r in column i is the number {@code r * COLUMNS +
 * i} of an array.
 */
public interface ColumnKernels {
  /** The columns that are sorted side by side. */
  int COLUMNS = 64;

  /** What an array of sorted values has beyond them, so that a vector can begin at the last one. */
  int SLACK = 16;

  /**
   * Integers that are ordered as the floats are: -infinity first, -0 before +0, infinity last; a
   * NaN lies beyond the infinity of its sign.
   */
  void toSortable(float[] x, int xOffset, int[] keys, int keysOffset, int length);

  /** The floats of the integers that {@link #toSortable} gives. */
  void fromSortable(int[] keys, int keysOffset, float[] x, int xOffset, int length);

  /**
   * Compares pairs of rows, one pair after the other: in each of {@value #COLUMNS} columns the
   * lesser value goes to the first row of the pair, the greater one to the second.
   *
   * @param pairs the rows of each pair, one after the other
   */
  void compareExchange(int[] keys, int[] pairs);

  /**
   * out[to + i] = the mean of the values of column i for i below {@code length}: added in double in
   * the order of the rows, divided, and rounded once to float.
   */
  void mean(StackedRows rows, int length, float[] out, int to);

  /**
   * out[from + i] = the mean of the values nearest to the centre of column i, for i below {@code
   * length}. The centre is the mean of a span of the sorted values, in double. Distances from it
   * are compared in double; of values at equal distance those of lower rows are chosen. The chosen
   * values are added in double in ascending order, divided, and rounded once to float.
   *
   * @param nearest which values, and their memory
   * @param rows the values of column i, finite, at {@code from + i}
   * @param length at most {@value #COLUMNS}
   */
  void meanOfNearest(Nearest nearest, float[][] rows, int from, int length, float[] out);

  /**
   * The number of values x[at + i], i below {@code length}, between the bounds of column i, both
   * inclusive; -0 and +0 are equal.
   */
  int countBetween(float[] x, int at, Bounds bounds, int length);
}
