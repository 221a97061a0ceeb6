package dev.varangian.tensor;

import java.util.List;

/** {@link Conv2d}, {@link Relu} and {@link MaxPool2d} of 2 x 2 in one, to the same bits. */
record PooledConv2d() implements Operation {

  @Override
  public Shape shape(List<Shape> operands) {
    Shape convolved = new Conv2d().shape(operands);
    return new MaxPool2d(PooledConvolution.SIZE).shape(List.of(convolved));
  }

  @Override
  public Computation prepare(List<Shape> operands, int agents) {
    return new PooledConvolution(
        ConvolutionSizes.of(operands.get(0), operands.get(1)),
        operands.get(0).dimension(0),
        agents);
  }
}
