package dev.varangian.faults;

import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;
import java.util.Arrays;

/**
 * The reversed mean of the honest gradients, as ByzFL does it, or the agent's own gradient
 * reversed, as ByzPy and epfml ("BF") do.
 */
public final class SignFlip implements GradientFault {
  /** What is reversed. */
  public enum Of {
    /** The mean of the honest agents' gradients. */
    MEAN,
    /** The agent's own correct gradient. */
    OWN
  }

  /** The parameters of {@code sign-flip}. */
  public record Parameters(
      @Param(
              value = "what is reversed: the mean of the honest gradients, or the agent's own",
              byDefault = "mean")
          Of of) {}

  private final Of of;

  @Inject
  SignFlip(Parameters parameters) {
    this.of = parameters.of();
  }

  @Override
  public Knowledge knows() {
    return of == Of.MEAN ? Knowledge.ALL_GRADIENTS : Knowledge.OWN_GRADIENT;
  }

  @Override
  public boolean common() {
    return of == Of.MEAN;
  }

  @Override
  public void forge(Situation situation, OutputRow out) {
    if (of == Of.OWN) {
      out.scale(-1, situation.own());
      return;
    }
    double[] weights = new double[situation.honest().size()];
    Arrays.fill(weights, -1.0 / weights.length);
    out.combine(weights, situation.honest());
  }
}
