package dev.varangian.faults;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;

/**
 * Sends the f-th smallest honest value of each coordinate; all faulty agents send the same vector.
 *
 * <p>Formula: {@code z_j = the f-th smallest of the values x_i,j of the honest agents i}.
 *
 * <p>Source: Gupta, Liu, Vaidya 2020, section 3.3.
 *
 * <p>Example: {@code f = 2: (0, 0), (0, 0), (1, 9), (2, 7), (3, 8) -> (2, 8), (2, 8)} (the second
 * smallest of 1, 2, 3 and of 9, 7, 8).
 *
 * <p>Cost: O(d n log^2 n) for all faulty agents together. Condition: n &gt;= 2f.
 */
public final class CoordinateWise implements GradientFault {

  static Component<Fault> declaration() {
    return Component.fault("coordinate-wise", CoordinateWise.class)
        .summary("Sends the f-th smallest honest value of each coordinate")
        .formula("z_j = the f-th smallest of the values x_i,j of the honest agents i")
        .source("Gupta, Liu, Vaidya 2020, section 3.3")
        .cost("O(d n log^2 n) for all faulty agents together")
        .example(
            "f = 2: (0, 0), (0, 0), (1, 9), (2, 7), (3, 8) -> (2, 8), (2, 8)",
            "the second smallest of 1, 2, 3 and of 9, 7, 8");
  }

  private final Geometry geometry;

  @Inject
  CoordinateWise(Geometry geometry) {
    this.geometry = geometry;
  }

  @Override
  public Condition hardBound() {
    return new Condition("n >= 2f", geometry.n() >= 2L * geometry.f());
  }

  @Override
  public Knowledge knows() {
    return Knowledge.ALL_GRADIENTS;
  }

  @Override
  public boolean common() {
    return true;
  }

  @Override
  public void forge(Situation situation, OutputRow out) {
    out.orderStatistic(geometry.f() - 1, situation.honest());
  }
}
