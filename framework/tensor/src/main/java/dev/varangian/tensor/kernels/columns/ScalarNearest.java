package dev.varangian.tensor.kernels.columns;

import java.util.Arrays;

/**
 * The mean of the values of a column that are nearest to its centre. Among sorted values they are
 * neighbours, so that it suffices to find the first one. Only where some but not all of several
 * values at equal distance are chosen does the choice depend on the rows.
 */
final class ScalarNearest {
  private ScalarNearest() {}

  /**
   * As {@link ColumnKernels#meanOfNearest}, for one column.
   *
   * @param coordinate where the column lies in the rows and in {@code out}
   * @param column where it lies among the sorted ones
   */
  static void mean(Nearest nearest, float[][] rows, int coordinate, int column, float[] out) {
    int count = nearest.count();
    double centre = 0;
    for (int place = nearest.first(); place <= nearest.last(); place++) {
      centre += nearest.value(place, column);
    }
    centre /= nearest.spanSize();
    int start = 0;
    while (start < rows.length - count
        && nearest.value(start + count, column) - centre < centre - nearest.value(start, column)) {
      start++;
    }
    float least = nearest.value(start, column);
    float greatest = nearest.value(start + count - 1, column);
    if (mayDependOnRows(nearest, rows.length, centre, start, column)) {
      double farthest = Math.max(centre - least, greatest - centre);
      meanByRow(nearest, centre, farthest, rows, coordinate, column, out);
      return;
    }
    double sum = 0;
    for (int place = start; place < start + count; place++) {
      sum += nearest.value(place, column);
    }
    out[coordinate] = (float) (sum / count);
    nearest.setBounds(column, least, greatest);
  }

  /**
   * Whether the first chosen value and the one after the last are at the same distance on both
   * sides of the centre, or anywhere two different values are at the same distance on one side,
   * which happens where the distances are rounded.
   */
  private static boolean mayDependOnRows(
      Nearest nearest, int n, double centre, int start, int column) {
    float first = nearest.value(start, column);
    int end = start + nearest.count();
    if (end < n && first < centre && nearest.value(end, column) - centre == centre - first) {
      return true;
    }
    for (int place = 1; place < n; place++) {
      float lesser = nearest.value(place - 1, column);
      float greater = nearest.value(place, column);
      if (lesser != greater && lesser - centre == greater - centre) {
        return true;
      }
    }
    return false;
  }

  /**
   * The same mean, found by comparing distances and then rows.
   *
   * @param farthest the greatest distance of a chosen value
   */
  static void meanByRow(
      Nearest nearest,
      double centre,
      double farthest,
      float[][] rows,
      int coordinate,
      int column,
      float[] out) {
    int count = nearest.count();
    float[] chosen = new float[count];
    int found = 0;
    for (float[] row : rows) {
      if (found < count && Math.abs(row[coordinate] - centre) < farthest) {
        chosen[found++] = row[coordinate];
      }
    }
    for (float[] row : rows) {
      if (found < count && Math.abs(row[coordinate] - centre) == farthest) {
        chosen[found++] = row[coordinate];
      }
    }
    Arrays.sort(chosen);
    double sum = 0;
    for (float value : chosen) {
      sum += value;
    }
    out[coordinate] = (float) (sum / count);
    nearest.setBounds(column, chosen[0], chosen[count - 1]);
  }
}
