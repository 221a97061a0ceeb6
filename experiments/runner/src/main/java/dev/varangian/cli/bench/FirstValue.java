package dev.varangian.cli.bench;

import dev.varangian.tensor.Operation;
import dev.varangian.tensor.Shape;
import dev.varangian.tensor.Step;
import java.util.List;

/** The first value of a tensor: makes a scalar of it, as a plan wants, at no cost. */
record FirstValue() implements Operation {

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
    throw new UnsupportedOperationException("the first value is not differentiated");
  }
}
