package dev.varangian.tensor.kernels.reduction;

/**
 * Pairs of rows and a range of coordinates: the pairs (i, j), i &lt; j, with i in the left and j in
 * the right of two groups of {@value ReductionKernels#GROUP} rows; the last group may be smaller.
 *
 * @param left the first row of the left group, a multiple of {@value ReductionKernels#GROUP}
 * @param right the same for the right group, at least {@code left}
 * @param from the first coordinate
 * @param to the end of the coordinates, at most {@value ReductionKernels#BLOCK} above {@code from}
 */
public record PairBlock(int left, int right, int from, int to) {

  /** The end of the left group where there are {@code count} rows. */
  int leftEnd(int count) {
    return Math.min(count, left + ReductionKernels.GROUP);
  }

  /** The end of the right group where there are {@code count} rows. */
  int rightEnd(int count) {
    return Math.min(count, right + ReductionKernels.GROUP);
  }

  /** The first row of the right group that forms a pair with row {@code i}. */
  int firstPartner(int i) {
    return Math.max(i + 1, right);
  }
}
