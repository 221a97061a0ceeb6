package dev.varangian.tensor.rows;

import dev.varangian.tensor.kernels.reduction.ReductionKernels;

/**
 * The blocks into which the coordinates of a row are divided. Sums over coordinates are formed
 * block by block and added in the order of the blocks, so threads may compute whole blocks apart.
 */
public final class Blocks {
  /** The number of coordinates of a block; the last one may be shorter. */
  public static final int SIZE = ReductionKernels.BLOCK;

  private Blocks() {}

  /** The number of blocks of a row of {@code d} coordinates. */
  public static int count(int d) {
    return (d + SIZE - 1) / SIZE;
  }

  /** The first coordinate of a block. */
  public static int start(int block) {
    return block * SIZE;
  }

  /** The end of a block, exclusive, in a row of {@code d} coordinates. */
  public static int end(int block, int d) {
    return Math.min(d, start(block + 1));
  }
}
