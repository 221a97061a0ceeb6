package dev.varangian.filters;

import dev.varangian.spi.filter.Points;
import java.util.Arrays;

/**
 * Points as seen from one of them or from a combination: how far away each is, and the cosine of
 * the angle between each two. Unlike the squared distances, these are of comparable size for near
 * and far points, so that one very far point takes no digits from the others.
 *
 * <p>By the law of cosines a cosine is good to about 1e-16 times the ratio of the two distances.
 * Where that may exceed 2^20, cosines come from the distances of the unit vectors instead.
 */
final class Bearings {
  private static final double TOO_FAR_APART = 0x1p20;

  private final int count;
  private final double[] distances;
  private final double[][] cosines;

  private Bearings(double[] distances, Cosine cosine) {
    this.count = distances.length;
    this.distances = distances;
    this.cosines = cosines(cosine);
  }

  /**
   * Looks from the sum {@code centre} at all sums of the vectors.
   *
   * @param sums sum s is that of {@code sums[s][i]} times vector i
   * @param squared the squared distances of all pairs of them
   */
  Bearings(Points points, double[][] sums, double[][] squared, int centre) {
    this.count = squared.length;
    this.distances = new double[count];
    for (int i = 0; i < count; i++) {
      distances[i] = Math.sqrt(squared[i][centre]);
    }
    this.cosines = areTooFarApart() ? ofUnits(points, sums, centre) : byLawOfCosines(squared);
  }

  private boolean areTooFarApart() {
    double greatest = Arrays.stream(distances).max().orElse(0);
    double least = Arrays.stream(distances).filter(x -> x > 0).min().orElse(greatest);
    return greatest > TOO_FAR_APART * least;
  }

  private double[][] byLawOfCosines(double[][] squared) {
    return cosines(
        (i, j) -> {
          double ratio = distances[i] / distances[j];
          return (ratio + 1 / ratio - squared[i][j] / distances[i] / distances[j]) / 2;
        });
  }

  private double[][] ofUnits(Points points, double[][] sums, int centre) {
    double[][] units = new double[count][points.count()];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < points.count() && distances[i] > 0; k++) {
        units[i][k] = (sums[i][k] - sums[centre][k]) / distances[i];
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

  /** How far away each point is. */
  double[] distances() {
    return distances;
  }

  double distance(int i) {
    return distances[i];
  }

  double cosine(int i, int j) {
    return cosines[i][j];
  }

  /** The number of points. */
  int count() {
    return count;
  }

  /** How many points lie where one looks from. */
  int copies() {
    int copies = 0;
    for (double distance : distances) {
      copies += distance == 0 ? 1 : 0;
    }
    return copies;
  }

  /** The length of the sum of the unit vectors to the points elsewhere. */
  double pull() {
    double sum = 0;
    for (double[] row : cosines) {
      for (double cosine : row) {
        sum += cosine;
      }
    }
    return Math.sqrt(Math.max(0, sum));
  }

  /** The sum of the distances. */
  double sum() {
    return Arrays.stream(distances).sum();
  }

  /** The same points seen from the combination with these coefficients, which add up to 1. */
  Bearings from(double[] coefficients) {
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
    return new Bearings(
        there,
        (i, j) ->
            (distances[i] * (distances[j] * cosines[i][j] - along[i])
                    - distances[j] * along[j]
                    + square)
                / there[i]
                / there[j]);
  }
}
