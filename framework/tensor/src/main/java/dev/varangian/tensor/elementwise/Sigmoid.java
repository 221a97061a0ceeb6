package dev.varangian.tensor.elementwise;

import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.SimpleOperation;
import dev.varangian.tensor.operation.Step;
import java.util.List;

/** 1 / (1 + exp(-x)), by {@link StrictMath}. */
public record Sigmoid() implements SimpleOperation {

  @Override
  public Shape shape(List<Shape> operands) {
    return operands.get(0);
  }

  @Override
  public void forward(Step step) {
    Elementwise.forward(step, x -> (float) (1 / (1 + StrictMath.exp(-x))));
  }

  @Override
  public void backward(Step step) {
    Elementwise.backward(step, (x, y) -> y * (1 - y));
  }
}
