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

  /** x A + b of inputs that are normalised in batches, with dropout. */
  static final class Normalised implements Model {
    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      Tensor x = layers.batchNorm("norm", inputs);
      return layers.dense("out", layers.dropout(x, 0.5), outputs);
    }
  }

  /** x a + the sum of some weights, half of which dropout drops; the loss sums up the scores. */
  static final class Dropped implements Model {
    static final int WEIGHTS = 40;

    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      Tensor some = layers.parameter("some", Shape.of(WEIGHTS), 0);
      int features = inputs.shape().sizeOfEntry();
      Tensor slope = layers.parameter("slope", Shape.of(features, outputs), 0);
      return inputs.matmul(slope).add(layers.dropout(some, 0.5).sum());
    }

    @Override
    public Tensor loss(Tensor scores, Tensor targets) {
      return scores.sum().add(targets.sum());
    }
  }

  /** A residual network on the inputs as images of 4 x 4 pixels. */
  static final class Residual implements Model {
    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      int samples = inputs.shape().dimension(0);
      Tensor images = inputs.reshape(samples, 4, 4, inputs.shape().sizeOfEntry() / 16);
      Tensor x = layers.batchNorm("first.norm", layers.conv2d("first", images, 5, 3, 2, 1)).gelu();
      Tensor y = layers.batchNorm("second.norm", layers.conv2d("second", x, 5, 3, 1, 1)).relu();
      Tensor means = layers.dropout(y, 0.25).add(x).globalAveragePool2d();
      return layers.dense("out", layers.layerNorm("third", means), outputs);
    }
  }
}
