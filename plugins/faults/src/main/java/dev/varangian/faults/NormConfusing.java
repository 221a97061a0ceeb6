package dev.varangian.faults;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;
import java.util.Comparator;

/**
 * -(nu / ||s||) s, where s is the agent's own correct gradient and nu the (f+1)-th largest norm
 * among the honest agents' (Gupta, Liu, Vaidya 2020, section 3.3): short enough to be kept by CGE.
 * A zero gradient stays zero.
 */
public final class NormConfusing implements GradientFault {
  private final Geometry geometry;

  @Inject
  NormConfusing(Geometry geometry) {
    this.geometry = geometry;
  }

  @Override
  public Condition hardBound() {
    return new Condition("n > 2f", geometry.n() > 2L * geometry.f());
  }

  @Override
  public Knowledge knows() {
    return Knowledge.ALL_GRADIENTS;
  }

  @Override
  public void forge(Situation situation, OutputRow out) {
    double nu =
        situation.honest().stream()
            .map(Row::squaredNorm)
            .sorted(Comparator.reverseOrder())
            .skip(geometry.f())
            .findFirst()
            .orElseThrow();
    double own = situation.own().squaredNorm();
    out.scale(own == 0 ? 0 : -Math.sqrt(nu) / Math.sqrt(own), situation.own());
  }
}
