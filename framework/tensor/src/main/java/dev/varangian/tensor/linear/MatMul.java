package dev.varangian.tensor.linear;

import dev.varangian.tensor.operation.Computation;
import dev.varangian.tensor.operation.Operation;
import dev.varangian.tensor.operation.Shape;
import java.util.List;

/**
 * The matrix product y = x W. x is {@code [..., rows, inner]}; W is one matrix {@code [inner,
 * columns]}, or one for each of x: {@code [..., inner, columns]} with the same leading dimensions.
 * Each value's terms are added in their order, by fused multiply-adds.
 */
public record MatMul() implements Operation {

  @Override
  public Shape shape(List<Shape> operands) {
    Shape x = operands.get(0);
    Shape w = operands.get(1);
    boolean fits =
        x.rank() >= 2
            && (w.rank() == 2 || w.rank() == x.rank())
            && w.dimension(w.rank() - 2) == x.dimension(x.rank() - 1);
    for (int i = 0; fits && i < w.rank() - 2; i++) {
      fits = w.dimension(i) == x.dimension(i);
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "matmul: "
              + x
              + " and "
              + w
              + ", expected [..., rows, inner] and [inner, columns] or [..., inner, columns]");
    }
    int[] extents = new int[x.rank()];
    for (int i = 0; i < extents.length - 1; i++) {
      extents[i] = x.dimension(i);
    }
    extents[extents.length - 1] = w.dimension(w.rank() - 1);
    return Shape.of(extents);
  }

  @Override
  public Computation prepare(List<Shape> operands, int agents) {
    return MatrixProduct.of(operands.get(0), operands.get(1));
  }
}
