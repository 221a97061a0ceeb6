package dev.varangian.spi.data;

import dev.varangian.tensor.operation.Shape;

/**
 * Samples that can be changed before the model sees them: those that an agent drew in a round, or
 * test samples.
 */
public interface Batch {

  /** The number of samples, k. */
  int size();

  /** The number of classes; 0 if the data set has none. */
  int classes();

  /** The shape of one sample's input. */
  Shape inputShape();

  /** The class of a sample, or its first target if there are no classes. */
  float target(int sample);

  /** Sets the class of a sample, or its first target if there are no classes. */
  void setTarget(int sample, float target);

  /** Copies the input of a sample. */
  float[] input(int sample);

  /** Replaces the input of a sample with another of the same size. */
  void setInput(int sample, float[] input);
}
