package dev.varangian.filters;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.Points;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Krum's score of a vector: the sum of its squared distances to its k nearest others (Blanchard et
 * al. 2017, section 4), with the variants that published codes have.
 */
final class KrumScores {
  static final String N_F_2 = "n-f-2";
  static final String N_F_1 = "n-f-1";
  static final String AT_LEAST_1 = "max(1,n-f-2)";

  /** What is added up for each neighbour. */
  enum Distance {
    /** The squared distance, as published. */
    SQUARED,
    /** The distance itself, as ByzantineMomentum does. */
    EUCLIDEAN,
    /** The fourth power, as Blades and epfml come to by squaring twice. */
    FOURTH_POWER;

    double of(double squaredDistance) {
      return switch (this) {
        case SQUARED -> squaredDistance;
        case EUCLIDEAN -> Math.sqrt(squaredDistance);
        case FOURTH_POWER -> squaredDistance * squaredDistance;
      };
    }
  }

  private final int n;
  private final int neighbours;
  private final Distance distance;

  /**
   * @param neighbours one of {@link #N_F_2}, {@link #N_F_1} and {@link #AT_LEAST_1}
   */
  KrumScores(Geometry geometry, String neighbours, Distance distance) {
    this.n = geometry.n();
    int published = geometry.n() - geometry.f() - 2;
    this.neighbours =
        switch (neighbours) {
          case N_F_1 -> published + 1;
          case AT_LEAST_1 -> Math.max(1, published);
          default -> published;
        };
    this.distance = distance;
  }

  /** Whether there is a neighbour to score by. */
  static Condition bound(Geometry geometry, String neighbours) {
    int least =
        switch (neighbours) {
          case N_F_1 -> geometry.f() + 2;
          case AT_LEAST_1 -> 2;
          default -> geometry.f() + 3;
        };
    String text =
        switch (neighbours) {
          case N_F_1 -> "n >= f+2";
          case AT_LEAST_1 -> "n >= 2";
          default -> "n >= f+3";
        };
    return new Condition(text, geometry.n() >= least);
  }

  /** What the proof needs (Blanchard et al. 2017, proposition 1). */
  static Condition resilience(Geometry geometry) {
    return new Condition("n >= 2f+3", geometry.n() >= 2L * geometry.f() + 3);
  }

  /** The {@code m} vectors of least score, the best first; ties go to the lower index. */
  List<Integer> best(Points points, int m) {
    double[] scores = of(points);
    return IntStream.range(0, n)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> scores[i]))
        .limit(m)
        .toList();
  }

  /** The score of each vector. */
  double[] of(Points points) {
    return IntStream.range(0, n).mapToDouble(i -> score(points, i)).toArray();
  }

  private double score(Points points, int i) {
    double[] distances =
        IntStream.range(0, n)
            .filter(j -> j != i)
            .mapToDouble(j -> distance.of(points.squaredDistance(i, j)))
            .sorted()
            .toArray();
    double score = 0;
    for (double each : Arrays.copyOf(distances, Math.min(neighbours, distances.length))) {
      score += each;
    }
    return score;
  }
}
