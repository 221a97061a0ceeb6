package dev.varangian.tensor.kernels;

import static dev.varangian.tensor.kernels.Kernels.KEYS;

import java.util.Arrays;

/**
 * The mean of the values of a column that are nearest to its centre. Among sorted values they are
 * neighbours, so that it suffices to find the first one. Only where values at equal distance are
 * chosen in part does the choice depend on the rows.
 */
final class ScalarNearest {
  private ScalarNearest() {}

  /** As {@link Kernels#meanOfNearest}, for one column. */
  static void mean(
      Nearest rule,
      float[][] rows,
      int coordinate,
      float[] sorted,
      int column,
      float[] out,
      float[] bounds) {
    int n = rows.length;
    int count = rule.count();
    double centre = 0;
    for (int place = rule.first(); place <= rule.last(); place++) {
      centre += sorted[place * KEYS + column];
    }
    centre /= rule.spanSize();
    int start = 0;
    while (start < n - count
        && sorted[(start + count) * KEYS + column] - centre
            < centre - sorted[start * KEYS + column]) {
      start++;
    }
    float least = sorted[start * KEYS + column];
    float greatest = sorted[(start + count - 1) * KEYS + column];
    if (isTied(sorted, column, n, centre, start, count)) {
      meanByRow(
          count,
          centre,
          Math.max(centre - least, greatest - centre),
          rows,
          coordinate,
          out,
          bounds,
          column);
      return;
    }
    double sum = 0;
    for (int place = start; place < start + count; place++) {
      sum += sorted[place * KEYS + column];
    }
    out[coordinate] = (float) (sum / count);
    bounds[column] = least;
    bounds[KEYS + column] = greatest;
  }

  /**
   * Whether the choice depends on the rows, or might: the first value and the one after the last
   * are at the same distance, or two different values on one side of the centre are.
   */
  private static boolean isTied(
      float[] sorted, int column, int n, double centre, int start, int count) {
    float first = sorted[start * KEYS + column];
    if (start + count < n && first < centre) {
      float next = sorted[(start + count) * KEYS + column];
      if (next - centre == centre - first) {
        return true;
      }
    }
    for (int place = 1; place < n; place++) {
      float lesser = sorted[(place - 1) * KEYS + column];
      float greater = sorted[place * KEYS + column];
      if (lesser != greater && lesser - centre == greater - centre) {
        return true;
      }
    }
    return false;
  }

  /**
   * Chooses by distance and then by row; adds the chosen values in ascending order.
   *
   * @param farthest the greatest distance of a chosen value
   */
  static void meanByRow(
      int count,
      double centre,
      double farthest,
      float[][] rows,
      int coordinate,
      float[] out,
      float[] bounds,
      int column) {
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
    bounds[column] = chosen[0];
    bounds[KEYS + column] = chosen[count - 1];
  }
}
