package dev.varangian.models;

import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.SimpleOperation;
import dev.varangian.tensor.operation.Step;
import java.util.List;

/**
 * y = x W for rows x {@code [rows, inputs]} and W {@code [inputs, outputs]}. Each value is summed
 * in double, in the order of the inputs, of the rows or of the outputs.
 */
record MatrixProduct() implements SimpleOperation {

  @Override
  public Shape shape(List<Shape> operands) {
    Shape x = operands.get(0);
    Shape w = operands.get(1);
    if (x.rank() != 2 || w.rank() != 2 || x.dimension(1) != w.dimension(0)) {
      throw new IllegalArgumentException(
          "matrixProduct: " + x + " and " + w + ", expected [rows, inputs] and [inputs, outputs]");
    }
    return Shape.of(x.dimension(0), w.dimension(1));
  }

  @Override
  public void forward(Step step) {
    Operand x = step.operand(0);
    Operand w = step.operand(1);
    Operand y = step.result();
    int inputs = w.shape().dimension(0);
    int outputs = w.shape().dimension(1);
    for (int agent = 0; agent < step.agents(); agent++) {
      for (int row = 0; row < x.shape().dimension(0); row++) {
        for (int output = 0; output < outputs; output++) {
          y.values()[y.offset(agent) + row * outputs + output] =
              dot(
                  inputs,
                  x.values(),
                  x.offset(agent) + row * inputs,
                  1,
                  w.values(),
                  w.offset(agent) + output,
                  outputs);
        }
      }
    }
  }

  @Override
  public void backward(Step step) {
    for (int agent = 0; agent < step.agents(); agent++) {
      if (step.operand(0).needsGradient()) {
        inputsGradient(step, agent);
      }
      if (step.operand(1).needsGradient()) {
        weightsGradient(step, agent);
      }
    }
  }

  /** dx = dy W^T. */
  private static void inputsGradient(Step step, int agent) {
    Operand x = step.operand(0);
    Operand w = step.operand(1);
    Operand y = step.result();
    int inputs = w.shape().dimension(0);
    int outputs = w.shape().dimension(1);
    for (int row = 0; row < x.shape().dimension(0); row++) {
      for (int input = 0; input < inputs; input++) {
        x.gradient(agent)[x.gradientOffset(agent) + row * inputs + input] =
            dot(
                outputs,
                y.gradient(agent),
                y.gradientOffset(agent) + row * outputs,
                1,
                w.values(),
                w.offset(agent) + input * outputs,
                1);
      }
    }
  }

  /** dW = x^T dy. */
  private static void weightsGradient(Step step, int agent) {
    Operand x = step.operand(0);
    Operand w = step.operand(1);
    Operand y = step.result();
    int inputs = w.shape().dimension(0);
    int outputs = w.shape().dimension(1);
    for (int input = 0; input < inputs; input++) {
      for (int output = 0; output < outputs; output++) {
        w.gradient(agent)[w.gradientOffset(agent) + input * outputs + output] =
            dot(
                x.shape().dimension(0),
                x.values(),
                x.offset(agent) + input,
                inputs,
                y.gradient(agent),
                y.gradientOffset(agent) + output,
                outputs);
      }
    }
  }

  private static float dot(
      int length, float[] a, int aOffset, int aStep, float[] b, int bOffset, int bStep) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += (double) a[aOffset + i * aStep] * b[bOffset + i * bStep];
    }
    return (float) sum;
  }
}
