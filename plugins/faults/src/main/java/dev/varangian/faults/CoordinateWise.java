package dev.varangian.faults;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;

/**
 * In each coordinate the f-th smallest value among the honest agents' (Gupta, Liu, Vaidya 2020,
 * section 3.3); all faulty agents send the same.
 */
public final class CoordinateWise implements GradientFault {
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
