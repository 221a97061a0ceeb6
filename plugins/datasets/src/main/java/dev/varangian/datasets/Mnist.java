package dev.varangian.datasets;

import dev.varangian.spi.DataDirectory;
import dev.varangian.spi.Dataset;
import dev.varangian.spi.Param;
import dev.varangian.spi.Samples;
import dev.varangian.tensor.Shape;
import jakarta.inject.Inject;

/**
 * MNIST (LeCun et al. 1998): 28x28 grey images of handwritten digits, 10 classes, read from the
 * four IDX files in the folder {@code mnist} of the data directory. Pixels are scaled to [0, 1] and
 * standardised.
 */
public final class Mnist implements Dataset {

  /** The parameters of {@code mnist}. */
  public record Parameters(
      @Param(
              value = "subtracted from the pixels, which are scaled to [0, 1]",
              byDefault = "0.1307",
              min = 0,
              max = 1)
          double mean,
      @Param(
              value = "what the pixels are then divided by",
              byDefault = "0.3081",
              min = 0.001,
              max = 1000)
          double standardDeviation) {}

  private final Samples training;
  private final Samples test;

  /**
   * @throws dev.varangian.spi.ConfigurationException if a file is missing, damaged or another one
   *     than MNIST's
   */
  @Inject
  Mnist(DataDirectory data, Parameters parameters) {
    Standardisation standardisation =
        new Standardisation(parameters.mean(), parameters.standardDeviation());
    MnistFiles files = MnistFiles.in(data.path().resolve("mnist"));
    this.training = files.training(standardisation);
    this.test = files.test(standardisation);
  }

  @Override
  public Shape inputShape() {
    return Shape.of(MnistFiles.SIDE, MnistFiles.SIDE, 1);
  }

  @Override
  public int classes() {
    return MnistFiles.CLASSES;
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
