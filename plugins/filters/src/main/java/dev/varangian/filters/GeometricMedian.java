package dev.varangian.filters;

import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.Selection;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The geometric median of vectors or of sums of them, as coefficients that add up to 1, computed
 * from distances alone.
 *
 * <p>A point is a median if the sum of the unit vectors to the points elsewhere is no longer than
 * the number of points at its own location (Vardi, Zhang 2000, eq. 2.9). If some points are
 * medians, such as the middle two of an even number on a line, the result is their mean. Otherwise
 * the search starts at the medoid, the point with the smallest sum of distances, leaves it by Vardi
 * and Zhang's step, and continues with Newton steps, or Weiszfeld steps where a Newton step would
 * increase the sum. No step ends at a point, since every point has a larger sum.
 *
 * <p>Weiszfeld steps alone are too slow if the points lie nearly on a line: of 8,000 sets of 3 to 8
 * points around a line, 1,027 were off by up to 2.5e-4 after 20,000 steps (743 with Anderson
 * extrapolation), while at most 13 Newton steps are needed.
 */
final class GeometricMedian {
  private static final int MAX_STEPS = 1000;
  private static final double RELATIVE_CHANGE = 1e-9;

  /** How much a sum of distances may appear to rise at the median because of rounding. */
  private static final double ROUNDING = 1e-14;

  /** The relative residual at which the linear system of a Newton step counts as solved. */
  private static final double RESIDUAL = 1e-14;

  private final Points vectors;
  private final double[][] sums;
  private final double[][] squared;
  private final int count;

  private GeometricMedian(Points vectors, double[][] sums, double[][] squared) {
    this.vectors = vectors;
    this.sums = sums;
    this.squared = squared;
    this.count = squared.length;
  }

  /** The coefficients of the median of the vectors. */
  static double[] of(Points vectors) {
    int n = vectors.count();
    double[][] each = new double[n][n];
    double[][] squared = new double[n][n];
    for (int i = 0; i < n; i++) {
      each[i][i] = 1;
      for (int j = 0; j < n; j++) {
        squared[i][j] = vectors.squaredDistance(i, j);
      }
    }
    return new GeometricMedian(vectors, each, squared).coefficients();
  }

  /**
   * The coefficients of the median of sums of the vectors.
   *
   * @param sums sum s adds {@code sums[s][i]} times vector i
   */
  static double[] ofSums(Points vectors, double[][] sums) {
    return new GeometricMedian(vectors, sums, vectors.squaredDistancesOfSums(sums)).coefficients();
  }

  private double[] coefficients() {
    double[] totals = Arrays.stream(squared).mapToDouble(GeometricMedian::sumOfRoots).toArray();
    double smallest = Arrays.stream(totals).min().orElseThrow();
    int[] medians =
        IntStream.range(0, count)
            .filter(k -> totals[k] <= smallest * (1 + RELATIVE_CHANGE))
            .filter(k -> isMedian(seenFromPoint(k)))
            .toArray();
    if (medians.length > 0) {
      double[] mean = new double[count];
      Arrays.stream(medians).forEach(k -> mean[k] = 1.0 / medians.length);
      return mean;
    }
    return descend(seenFromPoint(Selection.smallest(1, count, k -> totals[k])[0]));
  }

  private static double sumOfRoots(double[] squares) {
    double sum = 0;
    for (double square : squares) {
      sum += Math.sqrt(square);
    }
    return sum;
  }

  private DistancesAndAngles seenFromPoint(int observer) {
    return new DistancesAndAngles(vectors, sums, squared, observer);
  }

  private static boolean isMedian(DistancesAndAngles seen) {
    return seen.resultantLength() <= seen.copies() * (1 + RELATIVE_CHANGE);
  }

  /**
   * The last step is a Newton step, whose length shows how far away the median still is; the length
   * of a Weiszfeld step shows little if the points lie nearly on a line.
   */
  private double[] descend(DistancesAndAngles medoid) {
    double[] current = firstStep(medoid);
    DistancesAndAngles seen = medoid.seenFrom(current);
    for (int step = 1; step < MAX_STEPS && seen.copies() == 0; step++) {
      double[] next = newtonStep(seen, current);
      if (isShort(current, next, seen)) {
        return next;
      }
      DistancesAndAngles nextSeen = medoid.seenFrom(next);
      if (nextSeen.sumOfDistances() > seen.sumOfDistances() * (1 + ROUNDING)) {
        next = weiszfeldStep(seen.distances());
        nextSeen = medoid.seenFrom(next);
      }
      current = next;
      seen = nextSeen;
    }
    return current; // coincides with a point, up to rounding
  }

  private boolean isShort(double[] current, double[] next, DistancesAndAngles seen) {
    double moved = 0;
    double spread = 0;
    for (int i = 0; i < count; i++) {
      moved += Math.abs(next[i] - current[i]) * seen.distance(i);
      spread += Math.abs(next[i]) * seen.distance(i);
    }
    return moved <= RELATIVE_CHANGE * spread;
  }

  /**
   * Vardi and Zhang's step away from a point: the points at that location keep a share of the
   * weight.
   */
  private double[] firstStep(DistancesAndAngles medoid) {
    double[] first = weiszfeldStep(medoid.distances());
    double kept = medoid.copies() / medoid.resultantLength();
    for (int i = 0; i < count; i++) {
      first[i] = medoid.distance(i) > 0 ? first[i] * (1 - kept) : kept / medoid.copies();
    }
    return first;
  }

  /** Coefficients proportional to 1/d_i, without the points at distance 0. */
  private static double[] weiszfeldStep(double[] distances) {
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

  /**
   * With the unit vectors u_i to the points and their distances d_i, the Newton step p solves
   * (sum_i (I - u_i u_i^T) / d_i) p = sum_i u_i. It is a sum of the u_i, p = sum_i a_i u_i, with (s
   * I - W K) a = 1, where W = diag(1/d_i), s is its trace and K the cosines of the angles between
   * the u_i. With W K replaced by 0, this is the Weiszfeld step.
   */
  private double[] newtonStep(DistancesAndAngles seen, double[] current) {
    double[] a = lengthsAlongUnitVectors(seen);
    double kept = 1;
    for (int i = 0; i < count; i++) {
      kept -= a[i] / seen.distance(i);
    }
    double[] next = new double[count];
    for (int i = 0; i < count; i++) {
      next[i] = kept * current[i] + a[i] / seen.distance(i);
    }
    return next;
  }

  /**
   * The a_i, by conjugate gradients starting from those of the Weiszfeld step: with b_i = sqrt(d_i)
   * a_i the matrix s I - sqrt(W) K sqrt(W) is symmetric.
   */
  private static double[] lengthsAlongUnitVectors(DistancesAndAngles seen) {
    int n = seen.count();
    double trace = 0;
    double[] roots = new double[n];
    for (int i = 0; i < n; i++) {
      trace += 1 / seen.distance(i);
      roots[i] = Math.sqrt(seen.distance(i));
    }
    double[] b = new double[n];
    for (int i = 0; i < n; i++) {
      b[i] = roots[i] / trace;
    }
    double[] residual = product(seen, roots, trace, b);
    for (int i = 0; i < n; i++) {
      residual[i] = roots[i] - residual[i];
    }
    double[] direction = residual.clone();
    double solved = RESIDUAL * RESIDUAL * dot(roots, roots);
    double square = dot(residual, residual);
    for (int step = 0; step < 2 * n && square > solved; step++) {
      double[] image = product(seen, roots, trace, direction);
      double curvature = dot(direction, image);
      if (!(curvature > 0)) {
        break; // flat within rounding
      }
      double length = square / curvature;
      for (int i = 0; i < n; i++) {
        b[i] += length * direction[i];
        residual[i] -= length * image[i];
      }
      double next = dot(residual, residual);
      for (int i = 0; i < n; i++) {
        direction[i] = residual[i] + next / square * direction[i];
      }
      square = next;
    }
    for (int i = 0; i < n; i++) {
      b[i] /= roots[i];
    }
    return b;
  }

  private static double[] product(
      DistancesAndAngles seen, double[] roots, double trace, double[] x) {
    double[] product = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double sum = 0;
      for (int j = 0; j < x.length; j++) {
        sum += seen.cosine(i, j) * (x[j] / roots[j]);
      }
      product[i] = trace * x[i] - sum / roots[i];
    }
    return product;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
