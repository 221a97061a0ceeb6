package dev.varangian.filters;

import dev.varangian.spi.filter.Points;
import java.util.Arrays;

/**
 * Points as seen from an observer, which is one of them or a combination of them: the distance to
 * each point and the cosine of the angle between each pair of points. Unlike squared distances,
 * these are of comparable size for near and far points, so one very distant point does not reduce
 * the accuracy of the others.
 *
 * <p>By the law of cosines a cosine is accurate to about 1e-16 times the ratio of the two
 * distances. If that ratio may exceed 2^20, cosines are computed from the distances between the
 * unit vectors instead.
 */
final class DistancesAndAngles {
  private static final double TOO_FAR_APART = 0x1p20;

  private final int count;
  private final double[] distances;
  private final double[][] cosines;

  private DistancesAndAngles(double[] distances, Cosine cosine) {
    this.count = distances.length;
    this.distances = distances;
    this.cosines = cosines(cosine);
  }

  /**
   * All sums of the vectors as seen from the sum {@code observer}.
   *
   * @param sums sum s adds {@code sums[s][i]} times vector i
   * @param squared the squared distances of all pairs of sums
   */
  DistancesAndAngles(Points points, double[][] sums, double[][] squared, int observer) {
    this.count = squared.length;
    this.distances = new double[count];
    for (int i = 0; i < count; i++) {
      distances[i] = Math.sqrt(squared[i][observer]);
    }
    this.cosines = areTooFarApart() ? ofUnitVectors(points, sums, observer) : ofTriangles(squared);
  }

  private boolean areTooFarApart() {
    double largest = Arrays.stream(distances).max().orElse(0);
    double smallest = Arrays.stream(distances).filter(x -> x > 0).min().orElse(largest);
    return largest > TOO_FAR_APART * smallest;
  }

  /** Computes the cosines by the law of cosines. */
  private double[][] ofTriangles(double[][] squared) {
    return cosines(
        (i, j) -> {
          double ratio = distances[i] / distances[j];
          return (ratio + 1 / ratio - squared[i][j] / distances[i] / distances[j]) / 2;
        });
  }

  private double[][] ofUnitVectors(Points points, double[][] sums, int observer) {
    double[][] units = new double[count][points.count()];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < points.count() && distances[i] > 0; k++) {
        units[i][k] = (sums[i][k] - sums[observer][k]) / distances[i];
      }
    }
    double[][] squared = points.squaredDistancesOfSums(units);
    return cosines((i, j) -> 1 - squared[i][j] / 2);
  }

  /** The cosine of the angle between points i and j. */
  @FunctionalInterface
  private interface Cosine {
    double of(int i, int j);
  }

  private double[][] cosines(Cosine cosine) {
    double[][] all = new double[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        if (distances[i] > 0 && distances[j] > 0) {
          all[i][j] = i == j ? 1 : Math.max(-1, Math.min(1, cosine.of(i, j)));
        }
      }
    }
    return all;
  }

  /** The number of points. */
  int count() {
    return count;
  }

  /** The distance of each point. */
  double[] distances() {
    return distances;
  }

  double distance(int i) {
    return distances[i];
  }

  /** The cosine, or 0 if one of the two points coincides with the observer. */
  double cosine(int i, int j) {
    return cosines[i][j];
  }

  /** The number of points that coincide with the observer. */
  int copies() {
    return (int) Arrays.stream(distances).filter(distance -> distance == 0).count();
  }

  double sumOfDistances() {
    return Arrays.stream(distances).sum();
  }

  /**
   * The length of the sum of the unit vectors to the points that do not coincide with the observer.
   */
  double resultantLength() {
    double sum = 0;
    for (double[] row : cosines) {
      for (double cosine : row) {
        sum += cosine;
      }
    }
    return Math.sqrt(Math.max(0, sum));
  }

  /** The same points as seen from the combination with these coefficients, which add up to 1. */
  DistancesAndAngles seenFrom(double[] coefficients) {
    double[] along = new double[count];
    double squaredLength = 0;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        along[i] += cosines[i][j] * coefficients[j] * distances[j];
      }
      squaredLength += coefficients[i] * distances[i] * along[i];
    }
    double[] there = new double[count];
    for (int i = 0; i < count; i++) {
      double square = distances[i] * (distances[i] - 2 * along[i]) + squaredLength;
      there[i] = Math.sqrt(Math.max(0, square));
    }
    double square = squaredLength;
    return new DistancesAndAngles(
        there,
        (i, j) ->
            (distances[i] * (distances[j] * cosines[i][j] - along[i])
                    - distances[j] * along[j]
                    + square)
                / there[i]
                / there[j]);
  }
}
