package dev.varangian.tensor;

import java.util.List;
import java.util.function.Function;

/**
 * An expression of the engine over some leaves, and the same in plain double arithmetic.
 *
 * @param engine from the leaves' tensors to the result
 * @param plain from the leaves' values to the result's
 */
record Example(
    List<Leaf> leaves,
    Function<List<Tensor>, Tensor> engine,
    Function<double[][], double[]> plain) {

  /** The leaves with their shapes, for messages. */
  @Override
  public String toString() {
    return leaves.stream().map(Leaf::shape).toList().toString();
  }
}
