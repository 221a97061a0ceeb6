package dev.varangian.core.aggregation;

import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.tensor.rows.Blocks;
import dev.varangian.tensor.rows.WeightedSum;

/**
 * How vectors of d numbers are stored: in rows as long as d rounded up to whole vector registers.
 */
public final class Rows {
  private static final int WIDEST_REGISTER = 16;

  private Rows() {}

  /** The length of the array that holds a vector of {@code d} numbers. */
  public static int length(int d) {
    return (d + WIDEST_REGISTER - 1) / WIDEST_REGISTER * WIDEST_REGISTER;
  }

  /**
   * Writes the weighted sum of {@code rows} into {@code out}, which may be one of them; the
   * coordinates are divided among the workers.
   */
  public static void combine(
      double[] weights, float[][] rows, float[] out, int d, ThreadTeam workers) {
    workers.run(
        Blocks.count(d),
        (block, worker) -> {
          int from = Blocks.start(block);
          int to = Math.min(d, from + Blocks.SIZE);
          WeightedSum.write(weights, rows, out, from, to);
        });
  }

  /** {@code count} vectors of zeros. */
  public static float[][] zeros(int count, int d) {
    return new float[count][length(d)];
  }
}
