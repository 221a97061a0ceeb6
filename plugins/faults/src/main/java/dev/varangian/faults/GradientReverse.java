package dev.varangian.faults;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;

/**
 * Sends its own correct gradient, reversed and scaled up.
 *
 * <p>Formula: {@code z = -scale x, where x is its own correct gradient}.
 *
 * <p>Source: Gupta, Liu, Vaidya 2020, section 3.3.
 *
 * <p>Example: {@code f = 1: (1, -2), (1, -1), (2, -2) -> (-100, 200)} (scale = 100 unless given).
 *
 * <p>Cost: O(d).
 *
 * <p>Variants: ByzPy and epfml reverse without scaling, which is sign-flip with of = own.
 */
public final class GradientReverse implements GradientFault {

  static Component<Fault> declaration() {
    return Component.fault("gradient-reverse", GradientReverse.class)
        .summary("Sends its own correct gradient, reversed and scaled up")
        .formula("z = -scale x, where x is its own correct gradient")
        .source("Gupta, Liu, Vaidya 2020, section 3.3")
        .cost("O(d)")
        .variants("ByzPy and epfml reverse without scaling, which is sign-flip with of = " + "own")
        .example("f = 1: (1, -2), (1, -1), (2, -2) -> (-100, 200)", "scale = 100 unless given");
  }

  /** The parameters of {@code gradient-reverse}. */
  public record Parameters(
      @Param(value = "the factor in -scale times the gradient", defaultValue = "100", min = 0)
          double scale) {}

  private final double scale;

  @Inject
  GradientReverse(Parameters parameters) {
    this.scale = parameters.scale();
  }

  @Override
  public Knowledge knows() {
    return Knowledge.OWN_GRADIENT;
  }

  @Override
  public void forge(Situation situation, OutputRow out) {
    out.scale(-scale, situation.own());
  }
}
