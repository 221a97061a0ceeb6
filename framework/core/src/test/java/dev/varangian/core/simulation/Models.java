package dev.varangian.core.simulation;

import dev.varangian.spi.training.Layers;
import dev.varangian.spi.training.Model;
import dev.varangian.tensor.Tensor;
import dev.varangian.tensor.operation.Shape;

/** Models small enough to compute by hand. */
final class Models {
  private Models() {}

  /** x A + b with softmax cross-entropy. */
  static final class Linear implements Model {
    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      return layers.dense("out", inputs, outputs);
    }
  }

  /** x a + b with the mean squared error. */
  static final class Regression implements Model {
    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      return layers.dense("out", inputs, outputs);
    }

    @Override
    public Tensor loss(Tensor scores, Tensor targets) {
      return scores.meanSquaredError(targets);
    }
  }

  /** x w with one parameter that is 0 at first; the loss is the sum of all scores and targets. */
  static final class Slope implements Model {
    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      return inputs.multiply(layers.parameter("slope", Shape.of(1), 0));
    }

    @Override
    public Tensor loss(Tensor scores, Tensor targets) {
      return scores.sum().add(targets.sum());
    }
  }

  /** x w with one parameter that is 0 at first, and the mean squared error. */
  static final class Proportion implements Model {
    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      return inputs.multiply(layers.parameter("slope", Shape.of(1), 0));
    }

    @Override
    public Tensor loss(Tensor scores, Tensor targets) {
      return scores.meanSquaredError(targets);
    }
  }
}
