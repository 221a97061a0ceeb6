package dev.varangian.datasets.image;

import dev.varangian.spi.context.Param;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.data.DataFiles;
import dev.varangian.spi.data.DataFolder;
import jakarta.inject.Inject;

/**
 * Fashion-MNIST (Xiao, Rasul, Vollgraf 2017): 28x28 grey images of clothes, 10 classes, read from
 * four IDX files of MNIST's names and format in the folder {@code fashion-mnist} of the data
 * directory. Pixels are scaled to [0, 1] and standardised.
 */
@DataFiles(
    value = {
      @DataFiles.File(
          name = MnistFiles.TRAINING_IMAGES,
          otherNames = "train-images.idx3-ubyte",
          bytes = 47_040_016),
      @DataFiles.File(
          name = MnistFiles.TRAINING_LABELS,
          otherNames = "train-labels.idx1-ubyte",
          bytes = 60_008),
      @DataFiles.File(
          name = MnistFiles.TEST_IMAGES,
          otherNames = "t10k-images.idx3-ubyte",
          bytes = 7_840_016),
      @DataFiles.File(
          name = MnistFiles.TEST_LABELS,
          otherNames = "t10k-labels.idx1-ubyte",
          bytes = 10_008)
    },
    mirrors = "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/")
public final class FashionMnist extends MnistFormat {

  /** The parameters of {@code fashion-mnist}. */
  public record Parameters(
      @Param(
              value = "subtracted from the pixels, which are scaled to [0, 1]",
              defaultValue = "0.2860",
              min = 0,
              max = 1)
          double mean,
      @Param(
              value = "the divisor of the pixels after the subtraction",
              defaultValue = "0.3530",
              min = 0.001,
              max = 1000)
          double standardDeviation) {}

  /**
   * @throws dev.varangian.spi.context.ConfigurationException if a file is missing, damaged or not
   *     from Fashion-MNIST
   */
  @Inject
  FashionMnist(DataDirectory data, Parameters parameters) {
    super(
        DataFolder.of(data, "fashion-mnist", FashionMnist.class),
        new Standardisation(parameters.mean(), parameters.standardDeviation()));
  }
}
