package dev.varangian.filters;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.filter.RowFilter.Needs;
import jakarta.inject.Inject;

/**
 * Nearest-neighbour mixing: puts in place of each vector the mean of the n-f vectors nearest to it,
 * itself among them (Allouah et al. 2023, algorithm 2). Ties go to the lower agent.
 */
public final class Nnm implements PreAggregator {
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
