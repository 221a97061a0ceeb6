package dev.varangian.faults;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;
import java.util.Comparator;

/**
 * Sends its own correct gradient reversed, with a norm small enough for CGE to keep it. A zero
 * gradient stays zero.
 *
 * <p>Formula: {@code z = -(nu/||x||) x, where x is its own correct gradient and nu the (f+1)-th
 * largest honest norm}.
 *
 * <p>Source: Gupta, Liu, Vaidya 2020, section 3.3.
 *
 * <p>Example: {@code f = 1: (0, 2), (0, 10), (3, 4), (1, 0) -> (0, -5)} (the honest norms are 10, 5
 * and 1, so nu = 5).
 *
 * <p>Cost: O(nd). Condition: n &gt; 2f.
 */
public final class NormConfusing implements GradientFault {

  static Component<Fault> declaration() {
    return Component.fault("norm-confusing", NormConfusing.class)
        .summary("Sends its own gradient reversed, with the (f+1)-th largest honest norm")
        .formula(
            "z = -(nu/||x||) x, where x is its own correct gradient and nu the "
                + "(f+1)-th largest honest norm")
        .source("Gupta, Liu, Vaidya 2020, section 3.3")
        .cost("O(nd)")
        .example(
            "f = 1: (0, 2), (0, 10), (3, 4), (1, 0) -> (0, -5)",
            "the honest norms are 10, 5 and 1, so nu = 5");
  }

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
