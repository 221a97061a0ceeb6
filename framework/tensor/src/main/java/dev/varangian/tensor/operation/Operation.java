package dev.varangian.tensor.operation;

import java.util.List;

/**
 * A differentiable operation on tensors: the shape of its result, and how to compute it.
 *
 * <p>Most are {@link SimpleOperation}s.
 */
public interface Operation {

  /**
   * The shape of the result for operands of these shapes.
   *
   * @throws IllegalArgumentException if the operation has no result for them; the message names the
   *     shapes
   */
  Shape shape(List<Shape> operands);

  /**
   * The computation for operands of these shapes, which may own memory.
   *
   * @param agents the greatest number of agents that it will run for
   */
  Computation prepare(List<Shape> operands, int agents);
}
