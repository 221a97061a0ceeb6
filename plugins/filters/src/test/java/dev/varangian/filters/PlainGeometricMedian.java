package dev.varangian.filters;

import java.util.Arrays;

/** The geometric median by steps in space, in double. */
final class PlainGeometricMedian {
  private static final int STEPS = 20_000;

  private PlainGeometricMedian() {}

  /** Weiszfeld's steps from the mean, many of them; the best of their end and all the points. */
  static double[] of(double[][] rows) {
    int d = rows[0].length;
    double[] y = new double[d];
    for (double[] row : rows) {
      for (int j = 0; j < d; j++) {
        y[j] += row[j] / rows.length;
      }
    }
    for (int step = 0; step < STEPS; step++) {
      double[] next = new double[d];
      double sum = 0;
      for (double[] row : rows) {
        double distance = distance(row, y);
        if (distance == 0) {
          return best(rows, y);
        }
        for (int j = 0; j < d; j++) {
          next[j] += row[j] / distance;
        }
        sum += 1 / distance;
      }
      for (int j = 0; j < d; j++) {
        next[j] /= sum;
      }
      if (Arrays.equals(next, y)) {
        break;
      }
      y = next;
    }
    return best(rows, y);
  }

  private static double[] best(double[][] rows, double[] y) {
    double[] best = y;
    for (double[] row : rows) {
      if (sumOfDistances(rows, row) <= sumOfDistances(rows, best)) {
        best = row;
      }
    }
    return best;
  }

  static double sumOfDistances(double[][] rows, double[] y) {
    double sum = 0;
    for (double[] row : rows) {
      sum += distance(row, y);
    }
    return sum;
  }

  static double distance(double[] a, double[] b) {
    return Math.sqrt(PlainPoints.squaredDistance(a, b));
  }

  /** How far the points typically are from {@code y}. */
  static double middleDistance(double[][] rows, double[] y) {
    double[] distances = Arrays.stream(rows).mapToDouble(row -> distance(row, y)).toArray();
    Arrays.sort(distances);
    return distances[rows.length / 2];
  }

  /**
   * By how much y misses the optimality condition: the length of the sum of the unit vectors to the
   * points elsewhere, less the number of points where y lies; at most 0 for a median. Points count
   * as lying there if they are nearer than a millionth of what is typical, or than rounding error.
   *
   * @param largest the largest number that y was computed from
   */
  static double excess(double[][] rows, double[] y, double largest) {
    double near = 1e-6 * middleDistance(rows, y) + 1e-12 * largest;
    double[] pull = new double[y.length];
    int here = 0;
    for (double[] row : rows) {
      double distance = distance(row, y);
      if (distance <= near) {
        here++;
      } else {
        for (int j = 0; j < y.length; j++) {
          pull[j] += (row[j] - y[j]) / distance;
        }
      }
    }
    return distance(pull, new double[y.length]) - here;
  }
}
