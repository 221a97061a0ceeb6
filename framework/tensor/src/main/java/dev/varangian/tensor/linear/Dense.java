package dev.varangian.tensor.linear;

import dev.varangian.tensor.elementwise.Broadcast;
import dev.varangian.tensor.operation.Computation;
import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Operation;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.Step;
import java.util.List;

/**
 * y = x W + b for samples x {@code [samples, inputs]}, W {@code [inputs, outputs]}, b {@code
 * [outputs]}. The bias is added last.
 */
public record Dense() implements Operation {

  @Override
  public Shape shape(List<Shape> operands) {
    Shape x = operands.get(0);
    Shape weight = operands.get(1);
    Shape bias = operands.get(2);
    if (x.rank() != 2
        || weight.rank() != 2
        || weight.dimension(0) != x.dimension(1)
        || !bias.equals(Shape.of(weight.dimension(1)))) {
      throw new IllegalArgumentException(
          "dense: samples "
              + x
              + ", weight "
              + weight
              + ", bias "
              + bias
              + ", expected [samples, inputs], [inputs, outputs], [outputs]");
    }
    return Shape.of(x.dimension(0), weight.dimension(1));
  }

  @Override
  public Computation prepare(List<Shape> operands, int agents) {
    return new Layer(MatrixProduct.of(operands.get(0), operands.get(1)));
  }

  /** The product, then the bias. */
  private record Layer(MatrixProduct product) implements Computation {

    @Override
    public int scratch(List<Shape> operands, int agents) {
      return product.scratch(operands, agents);
    }

    @Override
    public void forward(Step step) {
      product.forward(step);
      Operand bias = step.operand(2);
      Operand y = step.result();
      int outputs = bias.shape().size();
      for (int agent = 0; agent < step.agents(); agent++) {
        for (int row = 0; row < y.shape().size(); row += outputs) {
          addTo(y.values(), y.offset(agent) + row, bias.values(), bias.offset(agent), outputs);
        }
      }
    }

    private static void addTo(float[] y, int yOffset, float[] bias, int biasOffset, int length) {
      for (int i = 0; i < length; i++) {
        y[yOffset + i] += bias[biasOffset + i];
      }
    }

    @Override
    public void backward(Step step) {
      Operand bias = step.operand(2);
      Operand y = step.result();
      for (int agent = 0; bias.needsGradient() && agent < step.agents(); agent++) {
        Broadcast.sumLeading(
            y.gradient(agent),
            y.gradientOffset(agent),
            y.shape().size(),
            bias.gradient(agent),
            bias.gradientOffset(agent),
            bias.shape().size());
      }
      product.backward(step);
    }
  }
}
