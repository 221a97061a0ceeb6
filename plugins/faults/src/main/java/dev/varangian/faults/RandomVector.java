package dev.varangian.faults;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;

/**
 * Sends independent Gaussian entries of mean 0, other ones in each round.
 *
 * <p>Formula: {@code z_j ~ N(0, s^2), independent, with s = standard-deviation}.
 *
 * <p>Source: Gupta, Liu, Vaidya 2020, section 3.3.
 *
 * <p>Example: {@code f = 1, standard-deviation = 0: (1, 2), (3, 4) -> (0, 0)} (with any other s the
 * entries are random, and ||z|| is about s sqrt(d)).
 *
 * <p>Cost: O(d).
 *
 * <p>Variants: the paper has s = 200; ByzFL has s = 1, and Blades mean 0.1 and s = 0.1.
 */
public final class RandomVector implements GradientFault {
  private static final int BLOCK = 4096;

  static Component<Fault> declaration() {
    return Component.fault("random", RandomVector.class)
        .summary("Sends independent Gaussian entries")
        .formula("z_j ~ N(0, s^2), independent, with s = standard-deviation")
        .source("Gupta, Liu, Vaidya 2020, section 3.3")
        .cost("O(d)")
        .variants("the paper has s = 200; ByzFL has s = 1, and Blades mean 0.1 and s = 0.1")
        .example(
            "f = 1, standard-deviation = 0: (1, 2), (3, 4) -> (0, 0)",
            "with any other s the entries are random, and ||z|| is about s sqrt(d)");
  }

  /** The parameters of {@code random}. */
  public record Parameters(
      @Param(
              value = "the standard deviation of each entry",
              defaultValue = "200",
              min = 0,
              max = 1e30)
          double standardDeviation) {}

  private final double standardDeviation;
  private final Randomness randomness;

  @Inject
  RandomVector(Parameters parameters, Randomness randomness) {
    this.standardDeviation = parameters.standardDeviation();
    this.randomness = randomness;
  }

  @Override
  public Knowledge knows() {
    return Knowledge.NOTHING;
  }

  @Override
  public void forge(Situation situation, OutputRow out) {
    Draws draws = randomness.at(situation.agentRound());
    float[] block = new float[BLOCK];
    for (int start = 0; start < out.length(); start += BLOCK) {
      int length = Math.min(BLOCK, out.length() - start);
      for (int i = 0; i < length; i++) {
        block[i] = (float) (standardDeviation * draws.gaussian(start + i));
      }
      out.set(start, block, 0, length);
    }
  }
}
