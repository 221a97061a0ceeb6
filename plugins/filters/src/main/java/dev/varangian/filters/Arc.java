package dev.varangian.filters;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.filter.RowFilter.Needs;
import jakarta.inject.Inject;
import java.util.stream.IntStream;

/**
 * Adaptive robust clipping: shortens the k = floor(2 (f/n) (n-f)) longest vectors to the length of
 * the one that comes next (Allouah et al. 2024, algorithm 2).
 */
public final class Arc implements PreAggregator {
  private final Geometry geometry;

  @Inject
  Arc(Geometry geometry) {
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
    return Needs.SQUARED_NORMS;
  }

  @Override
  public double[][] mix(Points points) {
    int n = points.count();
    long f = geometry.f();
    int clipped = (int) (2 * f * (n - f) / n); // at most n/2
    double[] norms = IntStream.range(0, n).mapToDouble(points::squaredNorm).sorted().toArray();
    return Clipping.clipped(points, Math.sqrt(norms[n - 1 - clipped]));
  }
}
