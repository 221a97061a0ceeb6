package dev.varangian.tensor.elementwise;

import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.SimpleOperation;
import dev.varangian.tensor.operation.Step;
import java.util.List;

/**
 * The elementwise product. The second operand has the first one's shape or its trailing dimensions,
 * and then multiplies each entry of the leading ones.
 */
public record Multiply() implements SimpleOperation {

  @Override
  public Shape shape(List<Shape> operands) {
    return Broadcast.shape("multiply", operands);
  }

  @Override
  public int scratch(List<Shape> operands, int agents) {
    return operands.get(0).size();
  }

  @Override
  public void forward(Step step) {
    Operand x = step.operand(0);
    Operand y = step.operand(1);
    Operand z = step.result();
    for (int agent = 0; agent < step.agents(); agent++) {
      scale(x.values(), x.offset(agent), y, agent, z.values(), z.offset(agent), x.shape().size());
    }
  }

  @Override
  public void backward(Step step) {
    Operand x = step.operand(0);
    Operand y = step.operand(1);
    Operand z = step.result();
    int size = x.shape().size();
    for (int agent = 0; agent < step.agents(); agent++) {
      float[] gz = z.gradient(agent);
      int gzOffset = z.gradientOffset(agent);
      if (x.needsGradient()) {
        scale(gz, gzOffset, y, agent, x.gradient(agent), x.gradientOffset(agent), size);
      }
      if (y.needsGradient()) {
        float[] products = step.scratch();
        for (int i = 0; i < size; i++) {
          products[i] = gz[gzOffset + i] * x.values()[x.offset(agent) + i];
        }
        Broadcast.sumLeading(
            products, 0, size, y.gradient(agent), y.gradientOffset(agent), y.shape().size());
      }
    }
  }

  private static void scale(
      float[] from, int fromOffset, Operand y, int agent, float[] to, int toOffset, int size) {
    int period = y.shape().size();
    for (int start = 0; start < size; start += period) {
      for (int i = 0; i < period; i++) {
        to[toOffset + start + i] = from[fromOffset + start + i] * y.values()[y.offset(agent) + i];
      }
    }
  }
}
