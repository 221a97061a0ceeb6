package dev.varangian.tensor.rows;

import dev.varangian.tensor.kernels.Kernels;
import dev.varangian.tensor.kernels.reduction.PairBlock;
import dev.varangian.tensor.kernels.reduction.ReductionKernels;

/**
 * The squared distances of all pairs of rows, or of weighted sums of rows, over one block of
 * coordinates. The pairs are divided into shares that can be computed apart. An instance holds
 * working memory and is used by one thread at a time.
 */
public final class PairwiseDistances {
  private static final int GROUP = ReductionKernels.GROUP;

  private final double[] scratch = new double[ReductionKernels.DISTANCES_SCRATCH];

  /** The number of shares into which the pairs of {@code count} rows or sums are divided. */
  public static int shares(int count) {
    int groups = groups(count);
    return groups * (groups + 1) / 2;
  }

  private static int groups(int count) {
    return (count + GROUP - 1) / GROUP;
  }

  /**
   * The distances of rows, of the pairs of one share, over the coordinates {@code [from, to)}.
   *
   * @param to at most {@link Blocks#SIZE} above {@code from}
   * @param out receives that of rows i &lt; j at {@code offset + i * rows.length + j}
   */
  public void ofRows(float[][] rows, int share, int from, int to, double[] out, int offset) {
    PairBlock part = part(share, rows.length, from, to);
    Kernels.active().reductions().squaredDistances(rows, part, scratch, out, offset);
  }

  /**
   * The same of sums, of which sum s is that over j of weights[s][j] rows[j], in double. Rows of
   * weight 0 are not read.
   */
  public void ofSums(
      double[][] weights, float[][] rows, int share, int from, int to, double[] out, int offset) {
    PairBlock part = part(share, weights.length, from, to);
    Kernels.active().reductions().squaredDistancesOfSums(weights, rows, part, scratch, out, offset);
  }

  /** Shares go through the pairs of groups (0, 0), (0, 1), …, (1, 1), (1, 2), … */
  private static PairBlock part(int share, int count, int from, int to) {
    int groups = groups(count);
    int left = 0;
    int right = share;
    while (right >= groups) {
      left++;
      right -= groups - left;
    }
    return new PairBlock(left * GROUP, right * GROUP, from, to);
  }
}
