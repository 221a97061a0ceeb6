package dev.varangian.tensor.linear;

import dev.varangian.tensor.kernels.matrix.Matrix;
import dev.varangian.tensor.operation.Computation;
import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.Step;
import java.util.List;

/**
 * The computation of {@link MatMul}, and of a {@link Dense} layer without its bias: for each agent
 * {@code count} products of matrices rows x inner and inner x columns.
 */
record MatrixProduct(int count, int rows, int inner, int columns) implements Computation {

  static MatrixProduct of(Shape x, Shape w) {
    int inner = w.dimension(w.rank() - 2);
    int columns = w.dimension(w.rank() - 1);
    int count = w.size() / (inner * columns);
    return new MatrixProduct(count, x.size() / inner / count, inner, columns);
  }

  @Override
  public int scratch(List<Shape> operands, int agents) {
    long all = (long) agents * rows;
    long forward = Products.scratch(all, columns, inner);
    long ofW = Products.scratch(inner, columns, rows);
    long ofX = Products.scratch(all, inner, columns);
    return Math.toIntExact(Math.max(forward, Math.max(ofW, ofX)));
  }

  /** Agents that share one matrix W and have an x each go through as one product. */
  private int groups(Step step) {
    boolean together = count == 1 && step.operand(1).shared() && !step.operand(0).shared();
    return together ? 1 : step.agents();
  }

  @Override
  public void forward(Step step) {
    Operand x = step.operand(0);
    Operand w = step.operand(1);
    Operand y = step.result();
    int groups = groups(step);
    int height = step.agents() / groups * rows;
    for (int group = 0; group < groups; group++) {
      for (int i = 0; i < count; i++) {
        Products.multiply(
            Matrix.of(x.values(), x.offset(group) + i * rows * inner, height, inner),
            Matrix.of(w.values(), w.offset(group) + i * inner * columns, inner, columns),
            Matrix.of(y.values(), y.offset(group) + i * rows * columns, height, columns),
            step.scratch());
      }
    }
  }

  @Override
  public void backward(Step step) {
    if (step.operand(1).needsGradient()) {
      ofW(step);
    }
    if (step.operand(0).needsGradient()) {
      ofX(step);
    }
  }

  /** dW = x^T dy, for each agent apart. */
  private void ofW(Step step) {
    Operand x = step.operand(0);
    Operand w = step.operand(1);
    Operand y = step.result();
    for (int agent = 0; agent < step.agents(); agent++) {
      for (int i = 0; i < count; i++) {
        Products.multiply(
            Matrix.of(x.values(), x.offset(agent) + i * rows * inner, rows, inner).transposed(),
            Matrix.of(
                y.gradient(agent), y.gradientOffset(agent) + i * rows * columns, rows, columns),
            Matrix.of(
                w.gradient(agent), w.gradientOffset(agent) + i * inner * columns, inner, columns),
            step.scratch());
      }
    }
  }

  /** dx = dy W^T. */
  private void ofX(Step step) {
    Operand x = step.operand(0);
    Operand w = step.operand(1);
    Operand y = step.result();
    int groups = groups(step);
    int height = step.agents() / groups * rows;
    for (int group = 0; group < groups; group++) {
      for (int i = 0; i < count; i++) {
        Products.multiply(
            Matrix.of(
                y.gradient(group), y.gradientOffset(group) + i * rows * columns, height, columns),
            Matrix.of(w.values(), w.offset(group) + i * inner * columns, inner, columns)
                .transposed(),
            Matrix.of(x.gradient(group), x.gradientOffset(group) + i * rows * inner, height, inner),
            step.scratch());
      }
    }
  }
}
