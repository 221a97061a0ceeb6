package dev.varangian.filters;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.Selection;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The score by which {@link Krum} and {@link MultiKrum} select vectors: score_i = sum of ||x_i -
 * x_j||^2 over the n-f-2 vectors x_j nearest to x_i (Blanchard et al. 2017, section 4), with the
 * variants of published implementations.
 */
public record KrumScore(Geometry geometry, Neighbours neighbours, Distance distance) {

  /** How many of the nearest other vectors count. */
  public enum Neighbours {
    /** n-f-2, as published. */
    N_F_2("n-f-2"),
    /** n-f-1, as ByzFL, ByzPy and ByzantineMomentum. */
    N_F_1("n-f-1"),
    /** max(1,n-f-2), as Flower. */
    AT_LEAST_1("max(1,n-f-2)");

    static final String MEANING = "how many of the nearest others count; n-f-2 as published";

    private final String word;

    Neighbours(String word) {
      this.word = word;
    }

    int count(Geometry geometry) {
      int published = geometry.n() - geometry.f() - 2;
      return switch (this) {
        case N_F_2 -> published;
        case N_F_1 -> published + 1;
        case AT_LEAST_1 -> Math.max(1, published);
      };
    }

    /** Whether there is a neighbour to score by. */
    Condition hardBound(Geometry geometry) {
      return switch (this) {
        case N_F_2 -> new Condition("n >= f+3", count(geometry) >= 1);
        case N_F_1 -> new Condition("n >= f+2", count(geometry) >= 1);
        case AT_LEAST_1 -> new Condition("n >= 2", geometry.n() >= 2);
      };
    }

    /** The word used in the experiment file. */
    @Override
    public String toString() {
      return word;
    }
  }

  /** The quantity summed over the neighbours. */
  public enum Distance {
    /** The squared distance, as published. */
    SQUARED,
    /** The distance itself, as ByzantineMomentum. */
    EUCLIDEAN,
    /** The fourth power, as Blades and epfml, which square twice. */
    FOURTH_POWER;

    static final String MEANING = "which power of the distances is added up; squared as published";

    double of(double squaredDistance) {
      return switch (this) {
        case SQUARED -> squaredDistance;
        case EUCLIDEAN -> Math.sqrt(squaredDistance);
        case FOURTH_POWER -> squaredDistance * squaredDistance;
      };
    }
  }

  Condition hardBound() {
    return neighbours.hardBound(geometry);
  }

  /** What the proof requires (Blanchard et al. 2017, proposition 1). */
  Condition resilience() {
    return new Condition("n >= 2f+3", geometry.n() >= 2L * geometry.f() + 3);
  }

  /** The weights that average the {@code m} vectors with the smallest scores. */
  double[] averageOfBest(int m, Points points) {
    double[] scores = of(points);
    double[] weights = new double[scores.length];
    for (int i : Selection.smallest(m, scores.length, i -> scores[i])) {
      weights[i] = 1.0 / m;
    }
    return weights;
  }

  /** The score of each vector. */
  double[] of(Points points) {
    return IntStream.range(0, points.count()).mapToDouble(i -> score(points, i)).toArray();
  }

  private double score(Points points, int i) {
    double[] distances =
        IntStream.range(0, points.count())
            .filter(j -> j != i)
            .mapToDouble(j -> distance.of(points.squaredDistance(i, j)))
            .sorted()
            .toArray();
    double score = 0;
    for (double each :
        Arrays.copyOf(distances, Math.min(neighbours.count(geometry), distances.length))) {
      score += each;
    }
    return score;
  }
}
