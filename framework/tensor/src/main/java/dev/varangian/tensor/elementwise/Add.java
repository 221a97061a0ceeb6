package dev.varangian.tensor.elementwise;

import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.SimpleOperation;
import dev.varangian.tensor.operation.Step;
import java.util.List;

/**
 * The elementwise sum. The second operand has the first one's shape or its trailing dimensions, and
 * is then added to each entry of the leading ones.
 */
public record Add() implements SimpleOperation {

  @Override
  public Shape shape(List<Shape> operands) {
    return Broadcast.shape("add", operands);
  }

  @Override
  public void forward(Step step) {
    Operand x = step.operand(0);
    Operand y = step.operand(1);
    Operand z = step.result();
    for (int agent = 0; agent < step.agents(); agent++) {
      for (int from = 0; from < x.shape().size(); from += y.shape().size()) {
        for (int i = 0; i < y.shape().size(); i++) {
          z.values()[z.offset(agent) + from + i] =
              x.values()[x.offset(agent) + from + i] + y.values()[y.offset(agent) + i];
        }
      }
    }
  }

  @Override
  public void backward(Step step) {
    Operand x = step.operand(0);
    Operand y = step.operand(1);
    Operand z = step.result();
    for (int agent = 0; agent < step.agents(); agent++) {
      float[] gz = z.gradient(agent);
      int gzOffset = z.gradientOffset(agent);
      if (x.needsGradient()) {
        System.arraycopy(
            gz, gzOffset, x.gradient(agent), x.gradientOffset(agent), x.shape().size());
      }
      if (y.needsGradient()) {
        Broadcast.sumLeading(
            gz,
            gzOffset,
            x.shape().size(),
            y.gradient(agent),
            y.gradientOffset(agent),
            y.shape().size());
      }
    }
  }
}
