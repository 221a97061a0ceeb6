package dev.varangian.filters;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter;
import dev.varangian.spi.filter.Symmetry;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * The geometric median: the point with the least sum of distances to the vectors (Chen, Su, Xu
 * 2017), converged.
 *
 * <p>Where many points are medians, as between the two middle ones of an even number on a line, it
 * is the mean of the vectors that are.
 */
public final class GeoMed implements RowFilter {
  private final Geometry geometry;

  @Inject
  GeoMed(Geometry geometry) {
    this.geometry = geometry;
  }

  @Override
  public Condition resilience() {
    return new Condition("n > 2f", geometry.n() > 2L * geometry.f());
  }

  @Override
  public Set<Symmetry> symmetries() {
    return Set.of(Symmetry.PERMUTATION, Symmetry.TRANSLATION, Symmetry.SCALE);
  }

  @Override
  public Needs needs() {
    return Needs.SQUARED_DISTANCES;
  }

  @Override
  public double[] weights(Points points) {
    return GeometricMedian.of(points);
  }
}
