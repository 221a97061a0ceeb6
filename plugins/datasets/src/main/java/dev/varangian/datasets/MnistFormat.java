package dev.varangian.datasets;

import dev.varangian.spi.DataDirectory;
import dev.varangian.spi.Dataset;
import dev.varangian.spi.Samples;
import dev.varangian.tensor.Shape;

/** A data set in MNIST's format: 28x28 grey images of 10 classes in four IDX files. */
abstract class MnistFormat implements Dataset {
  private final Samples training;
  private final Samples test;

  /**
   * @param folder where in the data directory the files lie
   * @throws dev.varangian.spi.ConfigurationException if a file is missing, damaged or holds other
   *     images
   */
  MnistFormat(DataDirectory data, String folder, Standardisation standardisation) {
    MnistFiles files = MnistFiles.in(data.path().resolve(folder));
    this.training = files.training(standardisation);
    this.test = files.test(standardisation);
  }

  @Override
  public final Shape inputShape() {
    return Shape.of(MnistFiles.SIDE, MnistFiles.SIDE, 1);
  }

  @Override
  public final int classes() {
    return MnistFiles.CLASSES;
  }

  @Override
  public final Samples training() {
    return training;
  }

  @Override
  public final Samples test() {
    return test;
  }
}
