package dev.varangian.datasets.image;

import dev.varangian.spi.data.DataFolder;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Samples;
import dev.varangian.tensor.operation.Shape;

/** A data set in MNIST's format: 28x28 grey images of 10 classes in four IDX files. */
public abstract class MnistFormat implements Dataset {
  private final Samples training;
  private final Samples test;

  /**
   * @param folder declares {@link MnistFiles} by their first names
   * @throws dev.varangian.spi.context.ConfigurationException if a file is missing, damaged or
   *     contains other images
   */
  MnistFormat(DataFolder folder, Standardisation standardisation) {
    MnistFiles files = new MnistFiles(folder);
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
