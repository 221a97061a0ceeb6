package dev.varangian.tensor.reduction;

import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.SimpleOperation;
import dev.varangian.tensor.operation.Step;
import java.util.List;

/** The mean of (x - target)^2 over all values. */
public record MeanSquaredError() implements SimpleOperation {

  @Override
  public Shape shape(List<Shape> operands) {
    if (!operands.get(0).equals(operands.get(1))) {
      throw new IllegalArgumentException(
          "meanSquaredError: " + operands.get(0) + " and targets " + operands.get(1));
    }
    return Shape.of();
  }

  @Override
  public void forward(Step step) {
    Operand x = step.operand(0);
    int size = x.shape().size();
    for (int agent = 0; agent < step.agents(); agent++) {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        double difference = difference(step, agent, i);
        sum += difference * difference;
      }
      step.result().values()[step.result().offset(agent)] = (float) (sum / size);
    }
  }

  @Override
  public void backward(Step step) {
    Operand x = step.operand(0);
    Operand target = step.operand(1);
    int size = x.shape().size();
    for (int agent = 0; agent < step.agents(); agent++) {
      double upstream = step.result().gradient(agent)[step.result().gradientOffset(agent)];
      for (int i = 0; i < size; i++) {
        float gradient = (float) (upstream * 2 / size * difference(step, agent, i));
        if (x.needsGradient()) {
          x.gradient(agent)[x.gradientOffset(agent) + i] = gradient;
        }
        if (target.needsGradient()) {
          target.gradient(agent)[target.gradientOffset(agent) + i] = -gradient;
        }
      }
    }
  }

  private static double difference(Step step, int agent, int i) {
    Operand x = step.operand(0);
    Operand target = step.operand(1);
    return (double) x.values()[x.offset(agent) + i] - target.values()[target.offset(agent) + i];
  }
}
