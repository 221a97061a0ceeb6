package dev.varangian.tensor.kernels.columns;

/**
 * Which values of a column are averaged: those nearest to the mean of a span of the sorted values.
 *
 * @param count the number of values that are averaged, at least 1
 * @param first the first place of the span, counted from 0
 * @param last its last place, inclusive
 * @param sorted the sorted values: the one at place p of column i at {@code p * COLUMNS + i}, and
 *     {@link ColumnKernels#SLACK} more numbers
 * @param bounds receives the least and the greatest averaged value of each column
 */
public record Nearest(int count, int first, int last, float[] sorted, Bounds bounds) {

  /** The number of values in the span. */
  int spanSize() {
    return last - first + 1;
  }

  /** The sorted value at a place of a column. */
  float value(int place, int column) {
    return sorted[place * ColumnKernels.COLUMNS + column];
  }

  /** Sets the least and the greatest averaged value of a column. */
  void setBounds(int column, float least, float greatest) {
    bounds.values()[bounds.least() + column] = least;
    bounds.values()[bounds.greatest() + column] = greatest;
  }
}
