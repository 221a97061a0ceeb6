package dev.varangian.faults;

import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;

/** -scale times the agent's own correct gradient (Gupta, Liu, Vaidya 2020, section 3.3). */
public final class GradientReverse implements GradientFault {

  /** The parameters of {@code gradient-reverse}. */
  public record Parameters(
      @Param(value = "the factor in -scale times the gradient", byDefault = "100", min = 0)
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
