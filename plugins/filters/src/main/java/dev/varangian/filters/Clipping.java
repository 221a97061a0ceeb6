package dev.varangian.filters;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.filter.RowFilter.Needs;
import jakarta.inject.Inject;

/**
 * Shortens each vector that is longer than c to that length.
 *
 * <p>Formula: {@code y_i = min(1, c/||x_i||) x_i}.
 *
 * <p>Source: Pascanu, Mikolov, Bengio 2013, algorithm 1.
 *
 * <p>Example: {@code f = 0, threshold = 5: (6, 8), (1, 2) -> (3, 4), (1, 2)} (the norms are 10 and
 * 2.24, so the first is halved).
 *
 * <p>Cost: O(nd), for the norms. Condition: none.
 *
 * <p>Variants: arc chooses c from the norms in each round.
 */
public final class Clipping implements PreAggregator {

  static Component<PreAggregator> declaration() {
    return Component.preAggregator("clipping", Clipping.class)
        .summary("Shortens vectors that are longer than c to that length")
        .formula("y_i = min(1, c/||x_i||) x_i")
        .source("Pascanu, Mikolov, Bengio 2013, algorithm 1")
        .cost("O(nd), for the norms")
        .variants("arc chooses c from the norms in each round")
        .example(
            "f = 0, threshold = 5: (6, 8), (1, 2) -> (3, 4), (1, 2)",
            "the norms are 10 and 2.24, so the first is halved");
  }

  /** The parameters of {@code clipping}. */
  public record Parameters(
      @Param(value = "c, how long a vector may be", defaultValue = "2", min = Double.MIN_VALUE)
          double threshold) {}

  private final Geometry geometry;
  private final double threshold;

  @Inject
  Clipping(Geometry geometry, Parameters parameters) {
    this.geometry = geometry;
    this.threshold = parameters.threshold();
  }

  @Override
  public int count() {
    return geometry.n();
  }

  @Override
  public Needs needs() {
    return Needs.SQUARED_NORMS;
  }

  @Override
  public double[][] mix(Points points) {
    return clipped(points, threshold);
  }

  /** The weights that shorten the longer ones to {@code longest}. */
  static double[][] clipped(Points points, double longest) {
    double[][] mix = new double[points.count()][points.count()];
    for (int i = 0; i < mix.length; i++) {
      double norm = Math.sqrt(points.squaredNorm(i));
      mix[i][i] = norm <= longest ? 1 : longest / norm;
    }
    return mix;
  }
}
