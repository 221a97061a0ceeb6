package dev.varangian.tensor.elementwise;

import dev.varangian.tensor.kernels.Kernels;
import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.SimpleOperation;
import dev.varangian.tensor.operation.Step;
import java.util.List;

/** max(x, 0); its derivative at 0 is 0. */
public record Relu() implements SimpleOperation {

  @Override
  public Shape shape(List<Shape> operands) {
    return operands.get(0);
  }

  @Override
  public void forward(Step step) {
    float[] x = step.operand(0).values();
    float[] y = step.result().values();
    int size = step.operand(0).shape().size();
    for (int agent = 0; agent < step.agents(); agent++) {
      positivePart(x, step.operand(0).offset(agent), y, step.result().offset(agent), size);
    }
  }

  private static void positivePart(float[] x, int xOffset, float[] y, int yOffset, int length) {
    for (int i = 0; i < length; i++) {
      y[yOffset + i] = Math.max(x[xOffset + i], 0f);
    }
  }

  @Override
  public void backward(Step step) {
    Operand x = step.operand(0);
    Operand y = step.result();
    for (int agent = 0; agent < step.agents(); agent++) {
      Kernels.active()
          .elementwise()
          .reluGradient(
              y.values(),
              y.offset(agent),
              y.gradient(agent),
              y.gradientOffset(agent),
              x.gradient(agent),
              x.gradientOffset(agent),
              x.shape().size());
    }
  }
}
