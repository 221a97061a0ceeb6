package dev.varangian.spi.data;

import dev.varangian.tensor.operation.Shape;

/**
 * Training and test samples. A data set is opened once and read by many threads at the same time.
 */
public interface Dataset {

  /** The shape of one sample's input; images are {@code [height, width, channels]}. */
  Shape inputShape();

  /** The number of classes; 0 if targets are numbers. */
  int classes();

  /** The shape of one sample's target: a scalar that holds the class, or numbers to predict. */
  default Shape targetShape() {
    return Shape.of();
  }

  /** The training set, from which the agents draw. */
  Samples training();

  /** The test set, on which the model is evaluated. */
  Samples test();
}
