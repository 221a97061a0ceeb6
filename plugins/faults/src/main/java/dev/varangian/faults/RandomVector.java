package dev.varangian.faults;

import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
import jakarta.inject.Inject;

/**
 * Independent Gaussian entries of mean 0, anew in each round (Gupta, Liu, Vaidya 2020, section 3.3,
 * with standard deviation 200).
 */
public final class RandomVector implements GradientFault {
  private static final int BLOCK = 4096;

  /** The parameters of {@code random}. */
  public record Parameters(
      @Param(value = "the standard deviation of each entry", byDefault = "200", min = 0, max = 1e30)
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
    Draws draws = randomness.at(situation.round(), situation.agent());
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
