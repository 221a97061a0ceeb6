package dev.varangian.tensor;

import dev.varangian.tensor.operation.Mode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * An expression of the engine over some leaves, and the same in plain double arithmetic.
 *
 * @param engine from the leaves' tensors to the result
 * @param plain from the leaves' values to the result's
 * @param mode what it is computed for
 */
record Example(
    List<Leaf> leaves,
    Function<List<Tensor>, Tensor> engine,
    Function<double[][], double[]> plain,
    Mode mode) {
  /** The same random bits for all agents. */
  static final Mode TRAINING = new Mode.Training((layer, agent, index) -> bits(layer, index));

  /** An example in training. */
  Example(
      List<Leaf> leaves,
      Function<List<Tensor>, Tensor> engine,
      Function<double[][], double[]> plain) {
    this(leaves, engine, plain, TRAINING);
  }

  private static long bits(int layer, int index) {
    return new SplittableRandom(31L * layer + index).nextLong();
  }

  /** The number in [0, 1) that the highest 53 bits stand for. */
  static double uniform(int layer, int index) {
    return (bits(layer, index) >>> 11) / (double) (1L << 53);
  }

  /** The leaves with their shapes, for messages. */
  @Override
  public String toString() {
    return leaves.stream().map(Leaf::shape).toList().toString();
  }
}
