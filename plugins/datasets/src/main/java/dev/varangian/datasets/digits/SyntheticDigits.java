package dev.varangian.datasets.digits;

import dev.varangian.datasets.image.Standardisation;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Samples;
import dev.varangian.tensor.operation.Shape;
import jakarta.inject.Inject;

/**
 * 28x28 grey images of the ten digits, drawn from strokes with random slant, scale, thickness,
 * shift, bending and noise; shape, scale and standardisation are MNIST's. A sample depends only on
 * the parameter {@code seed}, the set it belongs to and its index, never on the run's seed.
 */
public final class SyntheticDigits implements Dataset {

  /** The parameters of {@code synthetic-digits}. */
  public record Parameters(
      @Param(value = "the seed of the digits; independent of the run's seed", defaultValue = "1")
          long seed,
      @Param(
              value = "the size of the training set",
              unit = "images",
              defaultValue = "60000",
              min = 1,
              max = 1_000_000)
          int training,
      @Param(
              value = "the size of the test set",
              unit = "images",
              defaultValue = "10000",
              min = 1,
              max = 1_000_000)
          int test,
      @Param(
              value = "subtracted from the pixels, which are scaled to [0, 1]",
              defaultValue = "0.1307",
              min = 0,
              max = 1)
          double mean,
      @Param(
              value = "the divisor of the pixels after the subtraction",
              defaultValue = "0.3081",
              min = 0.001,
              max = 1000)
          double standardDeviation) {}

  private final Samples training;
  private final Samples test;

  @Inject
  public SyntheticDigits(Parameters parameters) {
    Standardisation standardisation =
        new Standardisation(parameters.mean(), parameters.standardDeviation());
    this.training =
        new DrawnImages(
            new Randomness(parameters.seed(), "synthetic-digits training"),
            parameters.training(),
            standardisation);
    this.test =
        new DrawnImages(
            new Randomness(parameters.seed(), "synthetic-digits test"),
            parameters.test(),
            standardisation);
  }

  @Override
  public Shape inputShape() {
    return Shape.of(Canvas.SIDE, Canvas.SIDE, 1);
  }

  @Override
  public int classes() {
    return Skeleton.DIGITS;
  }

  @Override
  public Samples training() {
    return training;
  }

  @Override
  public Samples test() {
    return test;
  }
}
