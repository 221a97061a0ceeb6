package dev.varangian.filters;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter;
import dev.varangian.spi.filter.Symmetry;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;

/** (x_1 + … + x_n) / n. Tolerates no faulty agent. */
public final class Mean implements RowFilter {
  private final Geometry geometry;

  @Inject
  Mean(Geometry geometry) {
    this.geometry = geometry;
  }

  @Override
  public Condition resilience() {
    return new Condition("f = 0", geometry.f() == 0);
  }

  @Override
  public Set<Symmetry> symmetries() {
    return Set.of(Symmetry.PERMUTATION, Symmetry.TRANSLATION, Symmetry.SCALE);
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING;
  }

  @Override
  public double[] weights(Points points) {
    double[] weights = new double[points.count()];
    Arrays.fill(weights, 1.0 / points.count());
    return weights;
  }
}
