package dev.varangian.tensor.layout;

import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.SimpleOperation;
import dev.varangian.tensor.operation.Step;
import java.util.List;

/** The same values in another shape. A plan lets the result share the operand's memory. */
public record Reshape(Shape to) implements SimpleOperation {

  @Override
  public Shape shape(List<Shape> operands) {
    if (operands.get(0).size() != to.size()) {
      throw new IllegalArgumentException(
          "reshape: " + operands.get(0) + " and " + to + " differ in size");
    }
    return to;
  }

  @Override
  public void forward(Step step) {
    Operand x = step.operand(0);
    for (int agent = 0; agent < step.agents(); agent++) {
      System.arraycopy(
          x.values(),
          x.offset(agent),
          step.result().values(),
          step.result().offset(agent),
          to.size());
    }
  }

  @Override
  public void backward(Step step) {
    Operand x = step.operand(0);
    for (int agent = 0; agent < step.agents(); agent++) {
      System.arraycopy(
          step.result().gradient(agent),
          step.result().gradientOffset(agent),
          x.gradient(agent),
          x.gradientOffset(agent),
          to.size());
    }
  }
}
