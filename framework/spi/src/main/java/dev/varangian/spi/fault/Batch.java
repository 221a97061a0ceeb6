package dev.varangian.spi.fault;

import dev.varangian.tensor.operation.Shape;

/** The samples that one agent drew in a round, before its gradient is computed. */
public interface Batch {

  /** The number of samples, k. */
  int size();

  /** The number of classes; 0 if the data set has none. */
  int classes();

  /** The shape of one sample's input. */
  Shape inputShape();

  /** The class of a sample, or the first of its targets where there are no classes. */
  float target(int sample);

  /** Gives a sample another class or first target. */
  void setTarget(int sample, float target);

  /** Copies the input of a sample. */
  float[] input(int sample);

  /** Gives a sample another input of the same size. */
  void setInput(int sample, float[] input);
}
