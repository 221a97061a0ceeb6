package dev.varangian.tensor.elementwise;

import dev.varangian.tensor.operation.Shape;
import java.util.Arrays;
import java.util.List;

/** Elementwise operations on two tensors, of which the second may lack leading dimensions. */
public final class Broadcast {
  private Broadcast() {}

  /**
   * The shape of the result, which is the first operand's.
   *
   * @throws IllegalArgumentException if the second is neither the same nor its trailing dimensions
   */
  public static Shape shape(String operation, List<Shape> operands) {
    Shape x = operands.get(0);
    Shape y = operands.get(1);
    int missing = x.rank() - y.rank();
    boolean fits = missing >= 0;
    for (int i = 0; fits && i < y.rank(); i++) {
      fits = x.dimension(missing + i) == y.dimension(i);
    }
    if (!fits) {
      throw new IllegalArgumentException(
          operation + ": " + y + " is neither the shape " + x + " nor its trailing dimensions");
    }
    return x;
  }

  /** Adds up pieces of length {@code period}, in their order. */
  public static void sumLeading(
      float[] from, int fromOffset, int size, float[] to, int toOffset, int period) {
    Arrays.fill(to, toOffset, toOffset + period, 0);
    for (int start = 0; start < size; start += period) {
      for (int i = 0; i < period; i++) {
        to[toOffset + i] += from[fromOffset + start + i];
      }
    }
  }
}
