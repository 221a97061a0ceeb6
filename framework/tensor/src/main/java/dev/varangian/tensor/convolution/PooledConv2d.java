package dev.varangian.tensor.convolution;

import dev.varangian.tensor.elementwise.Relu;
import dev.varangian.tensor.operation.Computation;
import dev.varangian.tensor.operation.Operation;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.pooling.MaxPool2d;
import java.util.List;

/** {@link Conv2d}, {@link Relu} and {@link MaxPool2d} of 2 x 2 in one, to the same bits. */
public record PooledConv2d(Conv2d convolution) implements Operation {

  /** The rows, and the columns, of a window of the pooling. */
  public static final int WINDOW = 2;

  @Override
  public Shape shape(List<Shape> operands) {
    Shape convolved = convolution.shape(operands);
    return new MaxPool2d(WINDOW).shape(List.of(convolved));
  }

  @Override
  public Computation prepare(List<Shape> operands, int agents) {
    return new PooledConvolution(convolution.sizes(operands), operands.get(0).dimension(0), agents);
  }
}
