package dev.varangian.filters;

import dev.varangian.filters.KrumScore.Distance;
import java.util.Arrays;

/** Krum's scores by definition, and a check of a selection by them. */
final class PlainKrum {
  /** Scores that differ by less, relatively, may be taken for each other. */
  private static final double GAP = 1e-9;

  private final double[][] distances;

  /** Computes all distances, in double. */
  PlainKrum(float[][] rows, Distance distance) {
    PlainPoints points = PlainPoints.of(rows);
    this.distances = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows.length; j++) {
        double squared = points.squaredDistance(i, j);
        distances[i][j] =
            switch (distance) {
              case SQUARED -> squared;
              case EUCLIDEAN -> Math.sqrt(squared);
              case FOURTH_POWER -> Math.pow(squared, 2);
            };
      }
    }
  }

  /** For each vector the sum over its {@code k} nearest others. */
  double[] scores(int k) {
    double[] scores = new double[distances.length];
    for (int i = 0; i < scores.length; i++) {
      double[] sorted = distances[i].clone();
      sorted[i] = -1; // itself comes first and does not count
      Arrays.sort(sorted);
      for (int place = 1; place <= k; place++) {
        scores[i] += sorted[place];
      }
    }
    return scores;
  }

  /** Whether these are {@code m} vectors of smallest score, but for differences below the gap. */
  static boolean isSelection(boolean[] chosen, double[] scores, int m) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    double last = sorted[m - 1];
    int count = 0;
    for (int i = 0; i < scores.length; i++) {
      count += chosen[i] ? 1 : 0;
      boolean clearlyIn = m < scores.length && scores[i] < sorted[m] * (1 - GAP);
      boolean clearlyOut = scores[i] > last * (1 + GAP);
      if (chosen[i] ? clearlyOut : clearlyIn) {
        return false;
      }
    }
    return count == m;
  }

  /** Whether of exactly equal scores those of lower index come first. */
  static boolean prefersLower(boolean[] chosen, double[] scores) {
    for (int i = 0; i < scores.length; i++) {
      for (int j = i + 1; j < scores.length; j++) {
        if (scores[i] == scores[j] && chosen[j] && !chosen[i]) {
          return false;
        }
      }
    }
    return true;
  }
}
