package dev.varangian.models;

import dev.varangian.spi.context.Param;
import dev.varangian.spi.training.Layers;
import dev.varangian.spi.training.Model;
import dev.varangian.tensor.Tensor;
import dev.varangian.tensor.operation.Shape;
import jakarta.inject.Inject;

/**
 * The LeNet of Gupta, Liu, Vaidya 2020 (section 3.4), after LeCun et al. 1998: convolution to 20
 * channels, ReLU, pooling, convolution to 50 channels, ReLU, pooling, dense layer of 500, ReLU,
 * dense layer to the outputs; windows of 5x5, pooling by the maximum of 2x2.
 *
 * <p>It has 431,080 parameters on images of 28x28x1 and 657,080 on 32x32x3, both with 10 classes,
 * which are the numbers of the paper. Images are of at least 16x16, so that the second pooling
 * layer has a complete window.
 */
public final class LeNet implements Model {
  private static final int LEAST_SIDE = 16;

  /** The parameters of {@code lenet}. */
  public record Parameters(
      @Param(
              value =
                  "the initial weights: uniform in ±1/sqrt(fan_in), biases too; or in"
                      + " ±sqrt(6/fan_in) with zero biases",
              defaultValue = "default")
          Layers.Gain gain) {}

  private final Layers.Gain gain;

  @Inject
  LeNet(Parameters parameters) {
    this.gain = parameters.gain();
  }

  @Override
  public Tensor scores(Layers layers, Tensor images, int outputs) {
    requireImages(images.shape());
    Layers own = layers.with(gain);
    Tensor x = own.conv2d("conv1", images, 20, 5).relu().maxPool2d(2);
    x = own.conv2d("conv2", x, 50, 5).relu().maxPool2d(2);
    x = own.dense("dense1", x.flatten(), 500).relu();
    return own.dense("dense2", x, outputs);
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

  private static void requireImages(Shape shape) {
    if (shape.rank() != 4 || shape.dimension(1) < LEAST_SIDE || shape.dimension(2) < LEAST_SIDE) {
      throw new IllegalArgumentException(
          "the inputs have shape "
              + shape
              + ", expected images [samples, height, width, channels] of at least 16 x 16");
    }
  }
}
