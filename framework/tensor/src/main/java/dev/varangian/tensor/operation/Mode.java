package dev.varangian.tensor.operation;

/** What a run is for, as far as operations compute something else in training than afterwards. */
public sealed interface Mode {

  /**
   * Batch normalisation uses the statistics of each agent's own batch, and dropout drops values.
   *
   * @param random decides what is dropped
   */
  record Training(RandomBits random) implements Mode {}

  /**
   * Batch normalisation uses given statistics, and dropout passes all values.
   *
   * @param statistics for each batch normalisation, in the order of the tape, the means of its
   *     channels and then their variances
   */
  record Evaluation(double[] statistics) implements Mode {}
}
