package dev.varangian.tensor.kernels.reduction;

/**
 * Sums over the coordinates of rows, and weighted sums of rows.
 *
 * <p>A sum over coordinates runs in blocks of {@value #BLOCK} from the first coordinate of the
 * range. Inside a block, coordinate i is added to partial sum i mod {@value #PARTIAL_SUMS}, in
 * double; then the upper half of the partial sums is added to the lower half until one is left. The
 * results of the blocks are added in their order. A range must therefore begin at a multiple of
 * {@value #BLOCK} to be a part of a longer one.
 */
public interface ReductionKernels {
  /** The number of coordinates of a block. */
  int BLOCK = 4096;

  /** The number of partial sums inside a block. */
  int PARTIAL_SUMS = 16;

  /** The rows in a group of {@link #squaredDistances} and {@link #squaredDistancesOfSums}. */
  int GROUP = 36;

  /** The length of the working memory of both. */
  int DISTANCES_SCRATCH = 62_664;

  /** The squared Euclidean norm of {@code x[from..to)}, without overflow. */
  double squaredNorm(float[] x, int from, int to);

  /** The squared Euclidean distance of {@code x[from..to)} and {@code y[from..to)}. */
  double squaredDistance(float[] x, float[] y, int from, int to);

  /** The inner product of {@code x[from..to)} and {@code y[from..to)}. */
  double dot(float[] x, float[] y, int from, int to);

  /**
   * out[i] = sum over j of weights[j] rows[j][i] for i in [from, to): in double, by fused
   * multiply-adds in the order of j, rounded once to float. Rows of weight 0 are not read. {@code
   * out} may be one of the rows. A sum of zeros, of any sign, and of no rows is +0.
   */
  void weightedSum(double[] weights, float[][] rows, float[] out, int from, int to);

  /**
   * The squared distances of the pairs of rows of {@code part}: out[offset + i * rows.length + j]
   * becomes {@link #squaredDistance} of rows i and j.
   *
   * @param scratch {@value #DISTANCES_SCRATCH} numbers of any value
   */
  void squaredDistances(float[][] rows, PairBlock part, double[] scratch, double[] out, int offset);

  /**
   * The same for sums of rows: sum s is that over j of weights[s][j] rows[j], each of its
   * coordinates formed in double as {@link #weightedSum} does, without the final rounding;
   * out[offset + s * weights.length + t] becomes the squared distance of sums s and t. Rows of
   * weight 0 are not read.
   */
  void squaredDistancesOfSums(
      double[][] weights,
      float[][] rows,
      PairBlock part,
      double[] scratch,
      double[] out,
      int offset);
}
