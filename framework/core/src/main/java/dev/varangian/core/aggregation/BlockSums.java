package dev.varangian.core.aggregation;

import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.tensor.rows.Blocks;

/**
 * Sums over coordinates, one for each pair of m things. They are computed block by block, so that
 * each block of coordinates is read once for all pairs. The partial sums of the blocks are added in
 * the order of the blocks, whichever threads computed them.
 */
final class BlockSums {
  /** How many partial sums are kept before they are added: a few blocks' worth for many pairs. */
  private static final int PARTS = 1 << 18;

  private final ThreadTeam workers;
  private double[] parts = {};

  BlockSums(ThreadTeam workers) {
    this.workers = workers;
  }

  /** Computes the partial sums of one block of coordinates for some of the pairs. */
  @FunctionalInterface
  interface Part {
    /**
     * Writes the partial sums of its pairs (i, j), i &lt; j, to {@code out[offset + i * m + j]}.
     *
     * @param share selects the pairs; every pair belongs to exactly one share
     */
    void form(int share, int from, int to, int worker, double[] out, int offset);
  }

  /**
   * Computes the sums.
   *
   * @param shares the number of shares into which the pairs are split
   * @return a symmetric matrix of the sums, with zeros on the diagonal
   */
  double[][] of(int m, int d, int shares, Part part) {
    int blocks = Blocks.count(d);
    int together = Math.max(1, Math.min(blocks, PARTS / (m * m)));
    if (parts.length < together * m * m) {
      parts = new double[together * m * m];
    }
    double[][] sums = new double[m][m];
    for (int first = 0; first < blocks; first += together) {
      int start = first;
      int count = Math.min(together, blocks - first);
      workers.run(
          count * shares,
          (task, worker) -> {
            int block = task / shares;
            int from = Blocks.start(start + block);
            int to = Math.min(d, from + Blocks.SIZE);
            part.form(task % shares, from, to, worker, parts, block * m * m);
          });
      add(sums, count);
    }
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < i; j++) {
        sums[i][j] = sums[j][i];
      }
    }
    return sums;
  }

  private void add(double[][] sums, int count) {
    int m = sums.length;
    for (int block = 0; block < count; block++) {
      for (int i = 0; i < m; i++) {
        int row = (block * m + i) * m;
        for (int j = i + 1; j < m; j++) {
          sums[i][j] += parts[row + j];
        }
      }
    }
  }
}
