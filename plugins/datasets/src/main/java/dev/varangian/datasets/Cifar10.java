package dev.varangian.datasets;

import dev.varangian.spi.DataDirectory;
import dev.varangian.spi.DataFiles;
import dev.varangian.spi.Dataset;
import dev.varangian.spi.Samples;
import dev.varangian.tensor.Shape;
import jakarta.inject.Inject;

/**
 * CIFAR-10 (Krizhevsky 2009): 32x32 colour images, 10 classes, channels last in the order red,
 * green, blue, read from the six files of the binary version in the folder {@code cifar10} of the
 * data directory, or in {@code cifar10/cifar-10-batches-bin}.
 *
 * <p>Pixels are scaled to [0, 1]; then 0.4914, 0.4822, 0.4465 are subtracted from red, green and
 * blue, and what is left is divided by 0.2470, 0.2435, 0.2616: the means and standard deviations
 * over all pixels of the training set.
 */
@DataFiles(
    value = {
      @DataFiles.File(
          name = "data_batch_1.bin",
          otherNames = "cifar-10-batches-bin/data_batch_1.bin",
          bytes = 30_730_000),
      @DataFiles.File(
          name = "data_batch_2.bin",
          otherNames = "cifar-10-batches-bin/data_batch_2.bin",
          bytes = 30_730_000),
      @DataFiles.File(
          name = "data_batch_3.bin",
          otherNames = "cifar-10-batches-bin/data_batch_3.bin",
          bytes = 30_730_000),
      @DataFiles.File(
          name = "data_batch_4.bin",
          otherNames = "cifar-10-batches-bin/data_batch_4.bin",
          bytes = 30_730_000),
      @DataFiles.File(
          name = "data_batch_5.bin",
          otherNames = "cifar-10-batches-bin/data_batch_5.bin",
          bytes = 30_730_000),
      @DataFiles.File(
          name = "test_batch.bin",
          otherNames = "cifar-10-batches-bin/test_batch.bin",
          bytes = 30_730_000)
    },
    origin = "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz (unpack it)")
public final class Cifar10 implements Dataset {
  private static final double[] MEANS = {0.4914, 0.4822, 0.4465};
  private static final double[] STANDARD_DEVIATIONS = {0.2470, 0.2435, 0.2616};

  private final Samples training;
  private final Samples test;

  /**
   * @throws dev.varangian.spi.ConfigurationException if a file is missing, damaged or another one
   *     than CIFAR-10's
   */
  @Inject
  Cifar10(DataDirectory data) {
    this(Cifar10Files.in(data.path().resolve("cifar10"), Cifar10Files.RECORDS));
  }

  Cifar10(Cifar10Files files) {
    Standardisation standardisation = new Standardisation(MEANS, STANDARD_DEVIATIONS);
    this.training = files.training(standardisation);
    this.test = files.test(standardisation);
  }

  @Override
  public Shape inputShape() {
    return Shape.of(Cifar10Files.SIDE, Cifar10Files.SIDE, Cifar10Files.CHANNELS);
  }

  @Override
  public int classes() {
    return Cifar10Files.CLASSES;
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
