package dev.varangian.tensor.convolution;

import dev.varangian.tensor.operation.Computation;
import dev.varangian.tensor.operation.Operation;
import dev.varangian.tensor.operation.Shape;
import java.util.List;

/**
 * The cross-correlation of images with a window, stride 1, no padding: y[p, o] = b[o] + sum over
 * (i, j, c) of x[p + (i, j), c] W[o, i, j, c], the bias added last.
 *
 * <p>Images are {@code [samples, height, width, channels]}, W {@code [outputs, window height,
 * window width, channels]}, b {@code [outputs]}.
 */
public record Conv2d() implements Operation {

  @Override
  public Shape shape(List<Shape> operands) {
    Shape x = operands.get(0);
    Shape weight = operands.get(1);
    Shape bias = operands.get(2);
    if (x.rank() != 4
        || weight.rank() != 4
        || weight.dimension(3) != x.dimension(3)
        || weight.dimension(1) > x.dimension(1)
        || weight.dimension(2) > x.dimension(2)
        || !bias.equals(Shape.of(weight.dimension(0)))) {
      throw new IllegalArgumentException(
          "conv2d: images "
              + x
              + ", weight "
              + weight
              + ", bias "
              + bias
              + ", expected [samples, height, width, channels], [outputs, window height, window"
              + " width, channels], [outputs] and a window no larger than the images");
    }
    return Shape.of(
        x.dimension(0),
        x.dimension(1) - weight.dimension(1) + 1,
        x.dimension(2) - weight.dimension(2) + 1,
        weight.dimension(0));
  }

  @Override
  public Computation prepare(List<Shape> operands, int agents) {
    return new PlainConvolution(
        ConvolutionSizes.of(operands.get(0), operands.get(1)),
        operands.get(0).dimension(0),
        agents);
  }
}
