package dev.varangian.datasets.image;

import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.data.DataFiles;
import dev.varangian.spi.data.DataFolder;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Samples;
import dev.varangian.tensor.operation.Shape;
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
          sha256 = "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5",
          bytes = 30_730_000),
      @DataFiles.File(
          name = "data_batch_2.bin",
          otherNames = "cifar-10-batches-bin/data_batch_2.bin",
          sha256 = "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed",
          bytes = 30_730_000),
      @DataFiles.File(
          name = "data_batch_3.bin",
          otherNames = "cifar-10-batches-bin/data_batch_3.bin",
          sha256 = "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67",
          bytes = 30_730_000),
      @DataFiles.File(
          name = "data_batch_4.bin",
          otherNames = "cifar-10-batches-bin/data_batch_4.bin",
          sha256 = "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48",
          bytes = 30_730_000),
      @DataFiles.File(
          name = "data_batch_5.bin",
          otherNames = "cifar-10-batches-bin/data_batch_5.bin",
          sha256 = "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add",
          bytes = 30_730_000),
      @DataFiles.File(
          name = "test_batch.bin",
          otherNames = "cifar-10-batches-bin/test_batch.bin",
          sha256 = "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b",
          bytes = 30_730_000)
    },
    origin = "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz (unpack it)")
public final class Cifar10 implements Dataset {
  private static final double[] MEANS = {0.4914, 0.4822, 0.4465};
  private static final double[] STANDARD_DEVIATIONS = {0.2470, 0.2435, 0.2616};

  private final Samples training;
  private final Samples test;

  /**
   * @throws dev.varangian.spi.context.ConfigurationException if a file is missing, damaged or not
   *     from CIFAR-10
   */
  @Inject
  Cifar10(DataDirectory data) {
    this(new Cifar10Files(folder(data), Cifar10Files.RECORDS));
  }

  /** The folders that are searched for the files. */
  static DataFolder folder(DataDirectory data) {
    return DataFolder.of(data, "cifar10", Cifar10.class);
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
