package dev.varangian.spi.data;

import dev.varangian.tensor.operation.Shape;

/** What is learned from, and what is measured on. Opened once; read by many threads at a time. */
public interface Dataset {

  /** The shape of one sample's input; images are {@code [height, width, channels]}. */
  Shape inputShape();

  /** The number of classes; 0 if targets are numbers. */
  int classes();

  /** The shape of one sample's target: a scalar that holds the class, or numbers to predict. */
  default Shape targetShape() {
    return Shape.of();
  }

  /** What the agents draw from. */
  Samples training();

  /** What the model is measured on. */
  Samples test();
}
