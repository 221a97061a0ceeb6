package dev.varangian.filters;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter;
import dev.varangian.spi.filter.Symmetry;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;

/**
 * The mean of all vectors. It tolerates no faulty agent.
 *
 * <p>Formula: {@code F = (1/n) sum_i x_i}.
 *
 * <p>Example: {@code f = 0: (1, 2), (3, 4), (5, 0) -> (3, 2)} ((1+3+5)/3 = 3 and (2+4+0)/3 = 2).
 *
 * <p>Cost: O(nd). Condition: resilient for f = 0.
 */
public final class Mean implements RowFilter {

  static Component<GradientFilter> declaration() {
    return Component.filter("mean", Mean.class)
        .summary("Averages all vectors; the choice when no agent is faulty")
        .formula("F = (1/n) sum_i x_i")
        .cost("O(nd)")
        .example("f = 0: (1, 2), (3, 4), (5, 0) -> (3, 2)", "(1+3+5)/3 = 3 and (2+4+0)/3 = 2");
  }

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
    return Symmetry.USUAL;
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
