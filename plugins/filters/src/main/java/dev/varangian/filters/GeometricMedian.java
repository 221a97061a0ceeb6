package dev.varangian.filters;

import dev.varangian.spi.filter.Points;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The geometric median of points, which are sums of the vectors, as coefficients of the points that
 * add up to 1. It is found from the points' distances alone.
 *
 * <p>Points that are medians themselves are found by the condition of Vardi and Zhang 2000 (eq.
 * 2.9); where several are, as in the middle of an even number of points on a line, their mean is
 * taken. Otherwise steps lead from the medoid, the point with the least sum of distances, down to
 * the median. None of them meets a point, since every point has a greater sum.
 */
final class GeometricMedian {
  private static final int MOST_STEPS = 1000;
  private static final double RELATIVE_CHANGE = 1e-9;

  /** By how much a sum of distances may seem to rise at the median. */
  private static final double ROUNDING = 1e-14;

  private final Points points;
  private final double[][] sums;
  private final double[][] squared;
  private final int count;

  /**
   * The median of sums of the vectors.
   *
   * @param sums sum s is that of {@code sums[s][i]} times vector i
   * @param squared the squared distances of all pairs of them
   */
  GeometricMedian(Points points, double[][] sums, double[][] squared) {
    this.points = points;
    this.sums = sums;
    this.squared = squared;
    this.count = squared.length;
  }

  /** The coefficients of the median. */
  double[] coefficients() {
    double[] sums = Arrays.stream(squared).mapToDouble(GeometricMedian::sumOfRoots).toArray();
    double least = Arrays.stream(sums).min().orElseThrow();
    int[] medians =
        IntStream.range(0, count)
            .filter(k -> sums[k] <= least * (1 + RELATIVE_CHANGE))
            .filter(k -> isMedian(seenFrom(k)))
            .toArray();
    if (medians.length > 0) {
      double[] mean = new double[count];
      Arrays.stream(medians).forEach(k -> mean[k] = 1.0 / medians.length);
      return mean;
    }
    int medoid = IntStream.range(0, count).filter(k -> sums[k] == least).findFirst().orElseThrow();
    return descend(seenFrom(medoid));
  }

  private Bearings seenFrom(int centre) {
    return new Bearings(points, sums, squared, centre);
  }

  private static double sumOfRoots(double[] squares) {
    double sum = 0;
    for (double square : squares) {
      sum += Math.sqrt(square);
    }
    return sum;
  }

  /** Whether the others pull at the centre with no more than the points hold that lie there. */
  private static boolean isMedian(Bearings seen) {
    return seen.pull() <= seen.copies() * (1 + RELATIVE_CHANGE);
  }

  /**
   * Newton's steps where they lead down, else Weiszfeld's. The last is one of Newton's, whose
   * length tells how far the median still is; that of Weiszfeld's says little where points are
   * nearly on a line.
   */
  private double[] descend(Bearings centre) {
    double[] current = firstStep(centre);
    Bearings seen = centre.from(current);
    for (int step = 1; step < MOST_STEPS && seen.copies() == 0; step++) {
      double[] next = along(NewtonStep.of(seen), seen, current);
      Bearings nextSeen = centre.from(next);
      if (isShort(current, next, seen)) {
        return next;
      }
      if (nextSeen.sum() > seen.sum() * (1 + ROUNDING)) {
        next = inverse(seen.distances());
        nextSeen = centre.from(next);
      }
      current = next;
      seen = nextSeen;
    }
    return current; // at a point, or nearer than can be told from it
  }

  /** From the combination by {@code shares[i]} times the unit vector to each point i. */
  private double[] along(double[] shares, Bearings seen, double[] combination) {
    double kept = 1;
    for (int i = 0; i < count; i++) {
      kept -= shares[i] / seen.distance(i);
    }
    double[] next = new double[count];
    for (int i = 0; i < count; i++) {
      next[i] = kept * combination[i] + shares[i] / seen.distance(i);
    }
    return next;
  }

  private boolean isShort(double[] current, double[] next, Bearings seen) {
    double moved = 0;
    double spread = 0;
    for (int i = 0; i < count; i++) {
      moved += Math.abs(next[i] - current[i]) * seen.distance(i);
      spread += Math.abs(next[i]) * seen.distance(i);
    }
    return moved <= RELATIVE_CHANGE * spread;
  }

  /** Vardi and Zhang's step away from a point: those that lie there hold back their share of it. */
  private double[] firstStep(Bearings seen) {
    double[] first = inverse(seen.distances());
    double held = seen.copies() / seen.pull();
    for (int i = 0; i < count; i++) {
      first[i] = seen.distance(i) > 0 ? first[i] * (1 - held) : held / seen.copies();
    }
    return first;
  }

  /** In proportion to the inverse of the distances, without those that are 0. */
  private static double[] inverse(double[] distances) {
    double[] inverse = new double[distances.length];
    double sum = 0;
    for (int i = 0; i < inverse.length; i++) {
      inverse[i] = distances[i] > 0 ? 1 / distances[i] : 0;
      sum += inverse[i];
    }
    for (int i = 0; i < inverse.length; i++) {
      inverse[i] /= sum;
    }
    return inverse;
  }
}
