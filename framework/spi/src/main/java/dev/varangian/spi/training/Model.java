package dev.varangian.spi.training;

import dev.varangian.tensor.Tensor;
import dev.varangian.tensor.operation.Mode;

/**
 * A function from a batch of inputs to scores, with its loss. It is written with differentiable
 * operations and traced once for its shapes; it must record the same operations on every call.
 *
 * <p>Gradients are computed in training mode, in which batch normalisation uses the agent's own
 * batch and dropout drops values. Test losses and accuracies are computed in evaluation mode; see
 * {@link Mode}.
 */
public interface Model {

  /**
   * The scores of each sample.
   *
   * @param layers creates parameters, and layers with parameters
   * @param inputs {@code [samples, the data set's input shape]}
   * @param outputs the number of scores: the classes, or the numbers in a target
   * @return {@code [samples, outputs]}
   * @throws IllegalArgumentException if the model does not support inputs of this shape
   */
  Tensor scores(Layers layers, Tensor inputs, int outputs);

  /**
   * The mean loss over a batch, a scalar: softmax cross-entropy unless the model says otherwise.
   *
   * @param targets {@code [samples]} classes, or {@code [samples, outputs]} numbers
   */
  default Tensor loss(Tensor scores, Tensor targets) {
    return scores.softmaxCrossEntropy(targets);
  }
}
