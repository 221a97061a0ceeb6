package dev.varangian.tensor.linear;

import dev.varangian.tensor.elementwise.Broadcast;
import dev.varangian.tensor.kernels.matrix.Matrix;
import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.SimpleOperation;
import dev.varangian.tensor.operation.Step;
import java.util.List;

/**
 * y = x W + b for samples x {@code [samples, inputs]}, W {@code [inputs, outputs]}, b {@code
 * [outputs]}. The bias is added last.
 */
public record Dense() implements SimpleOperation {

  @Override
  public Shape shape(List<Shape> operands) {
    Shape x = operands.get(0);
    Shape weight = operands.get(1);
    Shape bias = operands.get(2);
    if (x.rank() != 2
        || weight.rank() != 2
        || weight.dimension(0) != x.dimension(1)
        || !bias.equals(Shape.of(weight.dimension(1)))) {
      throw new IllegalArgumentException(
          "dense: samples "
              + x
              + ", weight "
              + weight
              + ", bias "
              + bias
              + ", expected [samples, inputs], [inputs, outputs], [outputs]");
    }
    return Shape.of(x.dimension(0), weight.dimension(1));
  }

  @Override
  public int scratch(List<Shape> operands, int agents) {
    int samples = operands.get(0).dimension(0);
    long all = (long) agents * samples;
    int inputs = operands.get(1).dimension(0);
    int outputs = operands.get(1).dimension(1);
    long forward = Products.scratch(all, outputs, inputs);
    long weights = Products.scratch(inputs, outputs, samples);
    long data = Products.scratch(all, inputs, outputs);
    return Math.toIntExact(Math.max(forward, Math.max(weights, data)));
  }

  @Override
  public void forward(Step step) {
    Operand x = step.operand(0);
    Operand weight = step.operand(1);
    Operand bias = step.operand(2);
    Operand y = step.result();
    int inputs = weight.shape().dimension(0);
    int outputs = weight.shape().dimension(1);
    int groups = groups(step);
    int samples = step.agents() / groups * x.shape().dimension(0);
    for (int group = 0; group < groups; group++) {
      Products.multiply(
          Matrix.of(x.values(), x.offset(group), samples, inputs),
          Matrix.of(weight.values(), weight.offset(group), inputs, outputs),
          Matrix.of(y.values(), y.offset(group), samples, outputs),
          step.scratch());
    }
    for (int agent = 0; agent < step.agents(); agent++) {
      for (int sample = 0; sample < x.shape().dimension(0); sample++) {
        addTo(
            y.values(),
            y.offset(agent) + sample * outputs,
            bias.values(),
            bias.offset(agent),
            outputs);
      }
    }
  }

  private static void addTo(float[] y, int yOffset, float[] bias, int biasOffset, int length) {
    for (int i = 0; i < length; i++) {
      y[yOffset + i] += bias[biasOffset + i];
    }
  }

  @Override
  public void backward(Step step) {
    Operand x = step.operand(0);
    Operand weight = step.operand(1);
    Operand bias = step.operand(2);
    Operand y = step.result();
    int samples = x.shape().dimension(0);
    int inputs = weight.shape().dimension(0);
    int outputs = weight.shape().dimension(1);
    for (int agent = 0; agent < step.agents(); agent++) {
      if (bias.needsGradient()) {
        Broadcast.sumLeading(
            y.gradient(agent),
            y.gradientOffset(agent),
            y.shape().size(),
            bias.gradient(agent),
            bias.gradientOffset(agent),
            outputs);
      }
      if (weight.needsGradient()) {
        Products.multiply(
            Matrix.of(x.values(), x.offset(agent), samples, inputs).transposed(),
            Matrix.of(y.gradient(agent), y.gradientOffset(agent), samples, outputs),
            Matrix.of(weight.gradient(agent), weight.gradientOffset(agent), inputs, outputs),
            step.scratch());
      }
    }
    if (x.needsGradient()) {
      int groups = groups(step);
      for (int group = 0; group < groups; group++) {
        dataGradient(step, group, step.agents() / groups * samples);
      }
    }
  }

  /** One product for all agents where they share the weights and no samples. */
  private static int groups(Step step) {
    return step.operand(1).shared() && !step.operand(0).shared() ? 1 : step.agents();
  }

  /** dx = dy W^T. */
  private static void dataGradient(Step step, int group, int samples) {
    Operand x = step.operand(0);
    Operand weight = step.operand(1);
    Operand y = step.result();
    int inputs = weight.shape().dimension(0);
    int outputs = weight.shape().dimension(1);
    Products.multiply(
        Matrix.of(y.gradient(group), y.gradientOffset(group), samples, outputs),
        Matrix.of(weight.values(), weight.offset(group), inputs, outputs).transposed(),
        Matrix.of(x.gradient(group), x.gradientOffset(group), samples, inputs),
        step.scratch());
  }
}
