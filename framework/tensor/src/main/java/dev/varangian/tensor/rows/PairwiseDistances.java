package dev.varangian.tensor.rows;

import dev.varangian.tensor.kernels.Kernels;

/**
 * The squared distances of all pairs of rows, or of weighted sums of rows, over one block of
 * coordinates. The pairs are divided into shares that can be computed apart. An instance holds
 * working memory and is used by one thread at a time.
 */
public final class PairwiseDistances {
  private final double[] scratch = new double[Kernels.DISTANCES_SCRATCH];

  /** The number of shares into which the pairs of {@code count} rows or sums are divided. */
  public static int shares(int count) {
    int groups = groups(count);
    return groups * (groups + 1) / 2;
  }

  private static int groups(int count) {
    return (count + Kernels.GROUP - 1) / Kernels.GROUP;
  }

  /**
   * The distances of rows, of the pairs of one share, over the coordinates {@code [from, to)}.
   *
   * @param to at most {@link Blocks#SIZE} above {@code from}
   * @param out receives that of rows i &lt; j at {@code offset + i * rows.length + j}
   */
  public void ofRows(float[][] rows, int share, int from, int to, double[] out, int offset) {
    int left = left(share, rows.length);
    int right = right(share, rows.length);
    Kernels.active()
        .squaredDistances(
            rows, left * Kernels.GROUP, right * Kernels.GROUP, from, to, scratch, out, offset);
  }

  /**
   * The same of sums, of which sum s is that over j of weights[s][j] rows[j], in double. Rows of
   * weight 0 are not read.
   */
  public void ofSums(
      double[][] weights, float[][] rows, int share, int from, int to, double[] out, int offset) {
    int left = left(share, weights.length);
    int right = right(share, weights.length);
    Kernels.active()
        .squaredDistancesOfSums(
            weights,
            rows,
            left * Kernels.GROUP,
            right * Kernels.GROUP,
            from,
            to,
            scratch,
            out,
            offset);
  }

  /** Shares go through the pairs of groups (0, 0), (0, 1), …, (1, 1), (1, 2), … */
  private static int left(int share, int count) {
    int left = 0;
    for (int rest = share; rest >= groups(count) - left; left++) {
      rest -= groups(count) - left;
    }
    return left;
  }

  private static int right(int share, int count) {
    int left = left(share, count);
    return share - left * groups(count) + left * (left + 1) / 2;
  }
}
