package dev.varangian.core.aggregation;

import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.tensor.rows.Blocks;

/**
 * A number for each pair of m things that is a sum over coordinates. It is formed block by block,
 * so that a block of all rows is read once for all pairs, and the blocks' parts are added in their
 * order, whichever threads have formed them.
 */
final class BlockSums {
  /** How many parts are kept until they are added: a few for many pairs. */
  private static final int PARTS = 1 << 18;

  private final ThreadTeam workers;
  private double[] parts = {};

  BlockSums(ThreadTeam workers) {
    this.workers = workers;
  }

  /** Forms the part that one block of coordinates has in some of the sums. */
  @FunctionalInterface
  interface Part {
    /**
     * Writes the parts of its pairs (i, j), i &lt; j, to {@code out[offset + i * m + j]}.
     *
     * @param share which pairs; every pair has one share
     */
    void form(int share, int from, int to, int worker, double[] out, int offset);
  }

  /**
   * The sums.
   *
   * @param shares into how many shares the pairs are split
   * @return the sums of (i, j) and (j, i) alike, and zeros on the diagonal
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
