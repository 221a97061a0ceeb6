package dev.varangian.tensor.normalisation;

import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.SimpleOperation;
import dev.varangian.tensor.operation.Step;
import java.util.List;

/**
 * exp(x_i) / sum over j of exp(x_j) along the last dimension. The exponentials are those of the
 * differences to the largest value, so that no finite values overflow; sums are added in double, in
 * their order.
 */
public record Softmax() implements SimpleOperation {

  @Override
  public Shape shape(List<Shape> operands) {
    Shape x = operands.get(0);
    if (x.rank() == 0) {
      throw new IllegalArgumentException("softmax: a scalar, expected at least one dimension");
    }
    return x;
  }

  @Override
  public void forward(Step step) {
    Operand x = step.operand(0);
    Operand y = step.result();
    int length = length(step);
    for (int agent = 0; agent < step.agents(); agent++) {
      for (int row = 0; row < x.shape().size(); row += length) {
        ofRow(x.values(), x.offset(agent) + row, y.values(), y.offset(agent) + row, length);
      }
    }
  }

  private static void ofRow(float[] x, int xOffset, float[] y, int yOffset, int length) {
    double largest = x[xOffset];
    for (int i = 1; i < length; i++) {
      largest = Math.max(largest, x[xOffset + i]);
    }
    double sum = 0;
    for (int i = 0; i < length; i++) {
      double exponential = StrictMath.exp(x[xOffset + i] - largest);
      sum += exponential;
      y[yOffset + i] = (float) exponential;
    }
    for (int i = 0; i < length; i++) {
      y[yOffset + i] = (float) (y[yOffset + i] / sum);
    }
  }

  /** dx_i = y_i (dy_i - sum over j of dy_j y_j). */
  @Override
  public void backward(Step step) {
    Operand x = step.operand(0);
    Operand y = step.result();
    int length = length(step);
    for (int agent = 0; agent < step.agents(); agent++) {
      float[] gx = x.gradient(agent);
      float[] gy = y.gradient(agent);
      for (int row = 0; row < x.shape().size(); row += length) {
        int values = y.offset(agent) + row;
        int from = y.gradientOffset(agent) + row;
        int to = x.gradientOffset(agent) + row;
        double mean = 0;
        for (int i = 0; i < length; i++) {
          mean += (double) gy[from + i] * y.values()[values + i];
        }
        for (int i = 0; i < length; i++) {
          gx[to + i] = (float) (y.values()[values + i] * (gy[from + i] - mean));
        }
      }
    }
  }

  private static int length(Step step) {
    Shape shape = step.result().shape();
    return shape.dimension(shape.rank() - 1);
  }
}
