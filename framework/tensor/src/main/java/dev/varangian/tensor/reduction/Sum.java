package dev.varangian.tensor.reduction;

import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.SimpleOperation;
import dev.varangian.tensor.operation.Step;
import java.util.Arrays;
import java.util.List;

/** The sum of all values, or their mean; added up in double, in their order. */
public record Sum(boolean mean) implements SimpleOperation {

  @Override
  public Shape shape(List<Shape> operands) {
    return Shape.of();
  }

  @Override
  public void forward(Step step) {
    Operand x = step.operand(0);
    Operand y = step.result();
    for (int agent = 0; agent < step.agents(); agent++) {
      double sum = 0;
      for (int i = 0; i < x.shape().size(); i++) {
        sum += x.values()[x.offset(agent) + i];
      }
      y.values()[y.offset(agent)] = (float) (mean ? sum / x.shape().size() : sum);
    }
  }

  @Override
  public void backward(Step step) {
    Operand x = step.operand(0);
    Operand y = step.result();
    for (int agent = 0; agent < step.agents(); agent++) {
      float g = y.gradient(agent)[y.gradientOffset(agent)];
      float each = mean ? g / x.shape().size() : g;
      int from = x.gradientOffset(agent);
      Arrays.fill(x.gradient(agent), from, from + x.shape().size(), each);
    }
  }
}
