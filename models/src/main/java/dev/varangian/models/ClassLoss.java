package dev.varangian.models;

import dev.varangian.tensor.Tensor;

/** The loss of classification models. */
final class ClassLoss {
  private ClassLoss() {}

  /**
   * Softmax cross-entropy.
   *
   * @throws IllegalArgumentException if the targets are numbers
   */
  static Tensor of(Tensor scores, Tensor targets) {
    if (targets.shape().rank() != 1) {
      throw new IllegalArgumentException(
          "its targets are numbers to predict, expected classes (nearest model for numbers:"
              + " linear-regression)");
    }
    return scores.softmaxCrossEntropy(targets);
  }
}
