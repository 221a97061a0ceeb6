package dev.varangian.filters;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter;
import dev.varangian.spi.filter.Symmetry;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Takes the vector with the smallest sum of squared distances to its n-f-2 nearest others.
 *
 * <p>Formula: {@code F = x_k, k = argmin_i s_i, s_i = sum of ||x_i - x_j||^2 over the n-f-2 x_j
 * nearest to x_i}.
 *
 * <p>Source: Blanchard et al. 2017, section 4.
 *
 * <p>Example: {@code f = 1: (0, 0), (1, 0), (3, 0), (0, 3), (9, 9) -> (1, 0)} (two neighbours
 * count; the scores are 10, 5, 13, 19 and 234).
 *
 * <p>Cost: O(n^2 d), for the distances of all pairs. Condition: computable for n &gt;= f+3, with
 * other neighbours less; resilient for n &gt;= 2f+3.
 *
 * <p>Variants: neighbours: n-f-1 as ByzFL, ByzPy and ByzantineMomentum, max(1,n-f-2) as Flower;
 * distance: euclidean as ByzantineMomentum, fourth-power as Blades and epfml.
 */
public final class Krum implements RowFilter {

  static Component<GradientFilter> declaration() {
    return Component.filter("krum", Krum.class)
        .summary("Takes the vector nearest to its n-f-2 nearest others")
        .formula(
            "F = x_k, k = argmin_i s_i, s_i = sum of ||x_i - x_j||^2 over the "
                + "n-f-2 x_j nearest to x_i")
        .source("Blanchard et al. 2017, section 4")
        .cost("O(n^2 d), for the distances of all pairs")
        .variants(
            "neighbours: n-f-1 as ByzFL, ByzPy and ByzantineMomentum, max(1,n-f-2) "
                + "as Flower; distance: euclidean as ByzantineMomentum, fourth-power as "
                + "Blades and epfml")
        .example(
            "f = 1: (0, 0), (1, 0), (3, 0), (0, 3), (9, 9) -> (1, 0)",
            "two neighbours count; the scores are 10, 5, 13, 19 and 234");
  }

  /** The parameters of {@code krum}. */
  public record Parameters(
      @Param(value = KrumScore.Neighbours.MEANING, defaultValue = "n-f-2")
          KrumScore.Neighbours neighbours,
      @Param(value = KrumScore.Distance.MEANING, defaultValue = "squared")
          KrumScore.Distance distance) {}

  private final KrumScore score;

  @Inject
  Krum(Geometry geometry, Parameters parameters) {
    this.score = new KrumScore(geometry, parameters.neighbours(), parameters.distance());
  }

  @Override
  public Condition hardBound() {
    return score.hardBound();
  }

  @Override
  public Condition resilience() {
    return score.resilience();
  }

  @Override
  public Set<Symmetry> symmetries() {
    return Symmetry.USUAL;
  }

  @Override
  public Needs needs() {
    return Needs.SQUARED_DISTANCES;
  }

  @Override
  public double[] weights(Points points) {
    return score.averageOfBest(1, points);
  }
}
