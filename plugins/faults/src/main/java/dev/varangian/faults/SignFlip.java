package dev.varangian.faults;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;
import java.util.Arrays;

/**
 * Sends the honest mean, or its own gradient, with the sign flipped.
 *
 * <p>Formula: {@code z = -(1/(n-f)) sum of the honest x_i}.
 *
 * <p>Source: Allen-Zhu et al. 2021.
 *
 * <p>Example: {@code f = 1: (1, 1), (1, 2), (3, 4) -> (-2, -3)} (the honest mean is (2, 3)).
 *
 * <p>Cost: O(nd).
 *
 * <p>Variants: of = mean as ByzFL; of = own is z = -x for its own correct gradient x, as ByzPy and
 * epfml.
 */
public final class SignFlip implements GradientFault {

  static Component<Fault> declaration() {
    return Component.fault("sign-flip", SignFlip.class)
        .summary("Sends the honest mean, or its own gradient, with the sign flipped")
        .formula("z = -(1/(n-f)) sum of the honest x_i")
        .source("Allen-Zhu et al. 2021")
        .cost("O(nd)")
        .variants(
            "of = mean as ByzFL; of = own is z = -x for its own correct gradient "
                + "x, as ByzPy and epfml")
        .example("f = 1: (1, 1), (1, 2), (3, 4) -> (-2, -3)", "the honest mean is (2, 3)");
  }

  /** The vector whose sign is flipped. */
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
              defaultValue = "mean")
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
