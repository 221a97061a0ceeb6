package dev.varangian.tensor;

import java.util.List;

/** The hyperbolic tangent, by {@link StrictMath}. */
record Tanh() implements SimpleOperation {

  @Override
  public Shape shape(List<Shape> operands) {
    return operands.get(0);
  }

  @Override
  public void forward(Step step) {
    Elementwise.forward(step, x -> (float) StrictMath.tanh(x));
  }

  @Override
  public void backward(Step step) {
    Elementwise.backward(step, (x, y) -> (1 - y * y));
  }
}
