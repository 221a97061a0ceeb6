package dev.varangian.bench.work;

import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.SimpleOperation;
import dev.varangian.tensor.operation.Step;
import java.util.Arrays;
import java.util.List;

/**
 * The first value of a tensor, to time what comes before it: makes a scalar of it, as a plan wants,
 * at no cost. Its backward is no derivative: it fills the gradient with ones when it first runs and
 * then leaves it as it stands.
 */
public record FirstValue() implements SimpleOperation {

  @Override
  public Shape shape(List<Shape> operands) {
    return Shape.of();
  }

  @Override
  public void forward(Step step) {
    for (int agent = 0; agent < step.agents(); agent++) {
      step.result().values()[step.result().offset(agent)] =
          step.operand(0).values()[step.operand(0).offset(agent)];
    }
  }

  @Override
  public void backward(Step step) {
    Operand x = step.operand(0);
    for (int agent = 0; agent < step.agents(); agent++) {
      int from = x.gradientOffset(agent);
      if (x.gradient(agent)[from] == 0) {
        Arrays.fill(x.gradient(agent), from, from + x.shape().size(), 1);
      }
    }
  }
}
