package dev.varangian.tensor.operation;

import java.util.List;

/** An operation that computes for operands of any shape and holds nothing but its settings. */
public interface SimpleOperation extends Operation, Computation {

  @Override
  default Computation prepare(List<Shape> operands, int agents) {
    return this;
  }
}
