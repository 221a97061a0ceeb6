package dev.varangian.tensor.elementwise;

import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Step;

/** Forward and backward of operations y = f(x), value by value. */
final class Elementwise {
  private Elementwise() {}

  /** y = f(x). */
  @FunctionalInterface
  interface Function {
    float apply(float x);
  }

  /** dy/dx from x and y = f(x). */
  @FunctionalInterface
  interface Derivative {
    float apply(float x, float y);
  }

  static void forward(Step step, Function function) {
    Operand x = step.operand(0);
    Operand y = step.result();
    for (int agent = 0; agent < step.agents(); agent++) {
      for (int i = 0; i < x.shape().size(); i++) {
        y.values()[y.offset(agent) + i] = function.apply(x.values()[x.offset(agent) + i]);
      }
    }
  }

  static void backward(Step step, Derivative derivative) {
    Operand x = step.operand(0);
    Operand y = step.result();
    for (int agent = 0; agent < step.agents(); agent++) {
      for (int i = 0; i < x.shape().size(); i++) {
        x.gradient(agent)[x.gradientOffset(agent) + i] =
            y.gradient(agent)[y.gradientOffset(agent) + i]
                * derivative.apply(
                    x.values()[x.offset(agent) + i], y.values()[y.offset(agent) + i]);
      }
    }
  }
}
