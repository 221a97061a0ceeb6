package dev.varangian.tensor.layout;

import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.SimpleOperation;
import dev.varangian.tensor.operation.Step;
import java.util.List;

/**
 * Tensors one after another along one dimension; their other extents are the same.
 *
 * @param dimension counted from 0
 */
public record Concat(int dimension) implements SimpleOperation {

  @Override
  public Shape shape(List<Shape> operands) {
    Shape first = operands.get(0);
    int[] extents = new int[first.rank()];
    for (int i = 0; i < extents.length; i++) {
      extents[i] = first.dimension(i);
    }
    int sum = first.dimension(dimension);
    for (Shape next : operands.subList(1, operands.size())) {
      boolean fits = next.rank() == extents.length;
      for (int i = 0; fits && i < extents.length; i++) {
        fits = i == dimension || next.dimension(i) == extents[i];
      }
      if (!fits) {
        throw new IllegalArgumentException(
            "concat: " + first + " and " + next + " differ in a dimension other than " + dimension);
      }
      sum += next.dimension(dimension);
    }
    extents[dimension] = sum;
    return Shape.of(extents);
  }

  @Override
  public void forward(Step step) {
    Operand y = step.result();
    int row = rowSize(y.shape());
    int before = 0;
    for (int index = 0; before < row; index++) {
      Operand x = step.operand(index);
      int length = rowSize(x.shape());
      for (int agent = 0; agent < step.agents(); agent++) {
        for (int from = 0, to = before; from < x.shape().size(); from += length, to += row) {
          System.arraycopy(
              x.values(), x.offset(agent) + from, y.values(), y.offset(agent) + to, length);
        }
      }
      before += length;
    }
  }

  @Override
  public void backward(Step step) {
    Operand y = step.result();
    int row = rowSize(y.shape());
    int before = 0;
    for (int index = 0; before < row; index++) {
      Operand x = step.operand(index);
      int length = rowSize(x.shape());
      for (int agent = 0; x.needsGradient() && agent < step.agents(); agent++) {
        for (int to = 0, from = before; to < x.shape().size(); to += length, from += row) {
          System.arraycopy(
              y.gradient(agent),
              y.gradientOffset(agent) + from,
              x.gradient(agent),
              x.gradientOffset(agent) + to,
              length);
        }
      }
      before += length;
    }
  }

  /** The number of values in an entry of the dimensions before the one that grows. */
  private int rowSize(Shape shape) {
    int size = 1;
    for (int i = dimension; i < shape.rank(); i++) {
      size *= shape.dimension(i);
    }
    return size;
  }
}
