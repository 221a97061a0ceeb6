package dev.varangian.filters;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.filter.RowFilter.Needs;
import dev.varangian.spi.filter.Selection;
import jakarta.inject.Inject;

/**
 * Nearest-neighbour mixing: replaces each vector by the mean of the n-f vectors nearest to it,
 * itself included; ties go to the lower agent.
 *
 * <p>Formula: {@code y_i = (1/(n-f)) sum of the n-f x_j of smallest ||x_i - x_j||}.
 *
 * <p>Source: Allouah et al. 2023, algorithm 2.
 *
 * <p>Example: {@code f = 1: (0, 0), (3, 0), (0, 3), (30, 30) -> (1, 1), (1, 1), (1, 1), (11, 11)}
 * (each of the first three is nearest to all three; (30, 30) mixes with (3, 0) and (0, 3)).
 *
 * <p>Cost: O(n^2 d), for the distances of all pairs. Condition: computable for n &gt; f.
 */
public final class Nnm implements PreAggregator {

  static Component<PreAggregator> declaration() {
    return Component.preAggregator("nnm", Nnm.class)
        .summary("Replaces each vector by the mean of its n-f nearest")
        .formula("y_i = (1/(n-f)) sum of the n-f x_j of smallest ||x_i - x_j||")
        .source("Allouah et al. 2023, algorithm 2")
        .cost("O(n^2 d), for the distances of all pairs")
        .example(
            "f = 1: (0, 0), (3, 0), (0, 3), (30, 30) -> (1, 1), (1, 1), (1, 1), " + "(11, 11)",
            "each of the first three is nearest to all three; (30, 30) mixes with "
                + "(3, 0) and (0, 3)");
  }

  private final Geometry geometry;

  @Inject
  Nnm(Geometry geometry) {
    this.geometry = geometry;
  }

  @Override
  public Condition hardBound() {
    return new Condition("n > f", geometry.n() > geometry.f());
  }

  @Override
  public int count() {
    return geometry.n();
  }

  @Override
  public Needs needs() {
    return Needs.SQUARED_DISTANCES;
  }

  @Override
  public double[][] mix(Points points) {
    int n = points.count();
    int kept = n - geometry.f();
    double[][] mix = new double[n][n];
    for (int i = 0; i < n; i++) {
      int centre = i;
      for (int j : Selection.smallest(kept, n, j -> points.squaredDistance(centre, j))) {
        mix[i][j] = 1.0 / kept;
      }
    }
    return mix;
  }
}
