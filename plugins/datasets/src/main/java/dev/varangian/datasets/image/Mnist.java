package dev.varangian.datasets.image;

import dev.varangian.spi.context.Param;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.data.DataFiles;
import dev.varangian.spi.data.DataFolder;
import jakarta.inject.Inject;

/**
 * MNIST (LeCun et al. 1998): 28x28 grey images of handwritten digits, 10 classes, read from the
 * four IDX files in the folder {@code mnist} of the data directory. Pixels are scaled to [0, 1] and
 * standardised.
 */
@DataFiles(
    value = {
      @DataFiles.File(
          name = MnistFiles.TRAINING_IMAGES,
          otherNames = "train-images.idx3-ubyte",
          sha256 = "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
          bytes = 47_040_016),
      @DataFiles.File(
          name = MnistFiles.TRAINING_LABELS,
          otherNames = "train-labels.idx1-ubyte",
          sha256 = "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
          bytes = 60_008),
      @DataFiles.File(
          name = MnistFiles.TEST_IMAGES,
          otherNames = "t10k-images.idx3-ubyte",
          sha256 = "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
          bytes = 7_840_016),
      @DataFiles.File(
          name = MnistFiles.TEST_LABELS,
          otherNames = "t10k-labels.idx1-ubyte",
          sha256 = "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
          bytes = 10_008)
    },
    mirrors = {
      "https://ossci-datasets.s3.amazonaws.com/mnist/",
      "https://storage.googleapis.com/cvdf-datasets/mnist/"
    })
public final class Mnist extends MnistFormat {

  /** The parameters of {@code mnist}. */
  public record Parameters(
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

  /**
   * @throws dev.varangian.spi.context.ConfigurationException if a file is missing, damaged or not
   *     from MNIST
   */
  @Inject
  Mnist(DataDirectory data, Parameters parameters) {
    super(
        DataFolder.of(data, "mnist", Mnist.class),
        new Standardisation(parameters.mean(), parameters.standardDeviation()));
  }
}
