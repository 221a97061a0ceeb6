package dev.varangian.models;

import dev.varangian.spi.training.Layers;
import dev.varangian.spi.training.Model;
import dev.varangian.tensor.Tensor;
import jakarta.inject.Inject;

/** Multinomial logistic regression: x W + b on inputs of any shape, flattened. */
public final class SoftmaxRegression implements Model {

  @Inject
  SoftmaxRegression() {}

  @Override
  public Tensor scores(Layers layers, Tensor inputs, int outputs) {
    return layers.dense("dense", inputs.flatten(), outputs);
  }

  /**
   * Softmax cross-entropy.
   *
   * @throws IllegalArgumentException if the targets are numbers
   */
  @Override
  public Tensor loss(Tensor scores, Tensor targets) {
    return ClassLoss.of(scores, targets);
  }
}
