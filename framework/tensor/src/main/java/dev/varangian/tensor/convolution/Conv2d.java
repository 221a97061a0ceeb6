package dev.varangian.tensor.convolution;

import dev.varangian.tensor.operation.Computation;
import dev.varangian.tensor.operation.Operation;
import dev.varangian.tensor.operation.Shape;
import java.util.List;

/**
 * The cross-correlation of images with a window: y[p, o] = b[o] + sum over (i, j, c) of x[stride p
 * + (i, j), c] W[o, i, j, c], the bias added last, for images x surrounded by zeros.
 *
 * <p>Images are {@code [samples, height, width, channels]}, W {@code [outputs, window height,
 * window width, channels]}, b {@code [outputs]}.
 *
 * @param stride by how many pixels the window moves, at least 1
 * @param padding how many zeros surround the images on each side, at least 0
 */
public record Conv2d(int stride, int padding) implements Operation {

  /** Checks stride and padding. */
  public Conv2d {
    if (stride < 1 || padding < 0) {
      throw new IllegalArgumentException(
          "conv2d: stride "
              + stride
              + " and padding "
              + padding
              + ", expected at least 1 and at least 0");
    }
  }

  @Override
  public Shape shape(List<Shape> operands) {
    Shape x = operands.get(0);
    Shape weight = operands.get(1);
    Shape bias = operands.get(2);
    if (x.rank() != 4
        || weight.rank() != 4
        || weight.dimension(3) != x.dimension(3)
        || weight.dimension(1) > x.dimension(1) + 2 * padding
        || weight.dimension(2) > x.dimension(2) + 2 * padding
        || !bias.equals(Shape.of(weight.dimension(0)))) {
      throw new IllegalArgumentException(
          "conv2d: images "
              + x
              + ", weight "
              + weight
              + ", bias "
              + bias
              + ", expected [samples, height, width, channels], [outputs, window height, window"
              + " width, channels], [outputs] and a window no larger than the images"
              + (padding > 0 ? " with a padding of " + padding : ""));
    }
    ConvolutionSizes sizes = sizes(operands);
    return Shape.of(x.dimension(0), sizes.rows(), sizes.columns(), weight.dimension(0));
  }

  @Override
  public Computation prepare(List<Shape> operands, int agents) {
    return new PlainConvolution(sizes(operands), operands.get(0).dimension(0), agents);
  }

  ConvolutionSizes sizes(List<Shape> operands) {
    return ConvolutionSizes.of(operands.get(0), operands.get(1), stride, padding);
  }
}
