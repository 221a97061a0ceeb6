package dev.varangian.tensor.operation;

import java.util.List;

/** An operation without memory, whose one computation serves operands of all shapes. */
public interface SimpleOperation extends Operation, Computation {

  @Override
  default Computation prepare(List<Shape> operands, int agents) {
    return this;
  }
}
