package dev.varangian.tensor.kernels;

/**
 * The primitives behind the engine, the filters and the faults.
 *
 * <p>Every sum has one fixed order, so every implementation gives the same bits, whatever the
 * vector width: a matrix product adds each element's terms in the order of k by fused multiply-adds
 * in float; a reduction over coordinates runs in blocks of {@value #BLOCK} from coordinate 0 of the
 * range, inside a block over 16 lanes of double (coordinate i in lane i mod 16) that are folded by
 * halves, and the blocks' results are added in their order. A range must therefore begin at a
 * multiple of {@value #BLOCK} to be a part of a longer one.
 */
public interface Kernels {
  /** The number of coordinates that a reduction adds up at a time. */
  int BLOCK = 4096;

  /** The columns of a product that {@link #gemm} computes side by side, row after row. */
  int COLUMNS = 48;

  /** The same where there are few. */
  int FEW_COLUMNS = 16;

  /** The samples that go through a convolution side by side, one in each lane. */
  int SAMPLES = 16;

  /** The rows, and the entries of a window, that {@link #convolve} and {@link #correlate} treat. */
  int TILE = 5;

  /** The rows in a group of {@link #squaredDistances} and {@link #squaredDistancesOfSums}. */
  int GROUP = 36;

  /** The length of the working memory of both. */
  int DISTANCES_SCRATCH = 62_664;

  /** The columns that {@link #order} treats side by side. */
  int KEYS = 64;

  /** What allows reading a vector that begins at the last number of an array. */
  int SLACK = 16;

  /** The kernels of this JVM, chosen once. */
  static Kernels active() {
    return KernelChoice.KERNELS;
  }

  /** Which kernels were chosen and why, for instance {@code vector, 512 bit}. */
  static String description() {
    return KernelChoice.DESCRIPTION;
  }

  /** The number of floats in a vector register; 1 for scalar kernels. */
  int lanes();

  /**
   * C = A B, each element's terms added in the order of k by fused multiply-adds. A's element (i,
   * k) is {@code a[aOffset + i * aRow + k * aColumn]}; rows of B and C are contiguous.
   *
   * @param rows the rows of A and C
   * @param columns the columns of B and C: {@link #FEW_COLUMNS}, or at least {@link #COLUMNS}
   * @param depth the columns of A and rows of B
   * @param bRow the distance between rows of B
   * @param cRow the distance between rows of C
   */
  void gemm(
      int rows,
      int columns,
      int depth,
      float[] a,
      int aOffset,
      int aRow,
      int aColumn,
      float[] b,
      int bOffset,
      int bRow,
      float[] c,
      int cOffset,
      int cRow);

  /**
   * For {@value #SAMPLES} samples side by side, four places p and {@value #TILE} rows r: C[p, r] =
   * sum over t of A[t, r] B[p, t], or C[p, r] += that sum, by fused multiply-adds in the order of
   * t.
   *
   * <p>A[t, r] is the number {@code a[aOffset + t * TILE + r]}. B[p, t] are the samples at {@code
   * b[bp + taps[t]]} and C[p, r] those at {@code c[cp + r * SAMPLES]}. Where there are fewer than
   * four places, the last ones are equal.
   *
   * @param depth the number of taps
   * @param accumulate whether to add to what stands in C
   */
  void convolve(
      int depth,
      float[] a,
      int aOffset,
      float[] b,
      int[] taps,
      int b0,
      int b1,
      int b2,
      int b3,
      float[] c,
      int c0,
      int c1,
      int c2,
      int c3,
      boolean accumulate);

  /**
   * For {@value #SAMPLES} samples side by side, {@value #TILE} rows r and as many entries t: C[r,
   * t] = sum over q of A[q, r] B[q, t], by fused multiply-adds in the order of q.
   *
   * <p>A[q, r] are the samples at {@code a[aOffset + q * aStep + r * SAMPLES]}, B[q, t] those at
   * {@code b[bOffset + steps[q] + t * SAMPLES]}, and C[r, t] those at {@code c[cOffset + (r * TILE
   * + t) * SAMPLES]}.
   */
  void correlate(
      int depth,
      float[] a,
      int aOffset,
      int aStep,
      float[] b,
      int bOffset,
      int[] steps,
      float[] c,
      int cOffset);

  /**
   * What follows a convolution in four places: y = max(0, x_0 + bias, …, x_3 + bias), and in which
   * place it was found first: 0 to 3, or -1 where nothing is above 0.
   *
   * @param x in place p, row r, the samples at {@code x[(p * TILE + r) * SAMPLES]}
   * @param rows at most {@value #TILE}; row r of the bias, of y and of the places follow each other
   */
  void poolPositive(
      float[] x,
      float[] bias,
      int biasOffset,
      int rows,
      float[] y,
      int yOffset,
      float[] places,
      int placesOffset);

  /**
   * The way back of {@link #poolPositive}: in each of four places p, to[p, i] = from[i] where
   * places[i] = p, else 0.
   *
   * @param to to[p, i] is {@code to[top + i]}
   * @param length a multiple of {@value #SAMPLES}
   */
  void route(
      float[] places,
      int placesOffset,
      float[] from,
      int fromOffset,
      float[] to,
      int to0,
      int to1,
      int to2,
      int to3,
      int length);

  /** to[i] = from[i] where y[i] &gt; 0, else 0 (NaN counts as greater). */
  void maskPositive(
      float[] y, int yOffset, float[] from, int fromOffset, float[] to, int toOffset, int length);

  /** The squared Euclidean norm of {@code x[from..to)}, without overflow; {@code from} as above. */
  double squaredNorm(float[] x, int from, int to);

  /** The squared Euclidean distance of {@code x[from..to)} and {@code y[from..to)}. */
  double squaredDistance(float[] x, float[] y, int from, int to);

  /**
   * The squared distances of all pairs of rows from two groups of {@value #GROUP}, or from one:
   * out[offset + i * rows.length + j] becomes {@link #squaredDistance} of rows i and j for each i
   * in the left group and j in the right one with i &lt; j. The last group may be smaller.
   *
   * @param left the first row of the left group, a multiple of {@value #GROUP}
   * @param right the same for the right group, not below {@code left}
   * @param to at most {@value #BLOCK} above {@code from}
   * @param scratch {@value #DISTANCES_SCRATCH} numbers, whatever they are
   */
  void squaredDistances(
      float[][] rows,
      int left,
      int right,
      int from,
      int to,
      double[] scratch,
      double[] out,
      int offset);

  /**
   * The same for sums of rows: sum s is that over j of weights[s][j] rows[j], each coordinate of it
   * formed in double as {@link #combine} does, without the last rounding; out[offset + s *
   * weights.length + t] becomes the squared distance of sums s and t. Rows of weight 0 are not
   * read.
   */
  void squaredDistancesOfSums(
      double[][] weights,
      float[][] rows,
      int left,
      int right,
      int from,
      int to,
      double[] scratch,
      double[] out,
      int offset);

  /** The inner product of {@code x[from..to)} and {@code y[from..to)}. */
  double dot(float[] x, float[] y, int from, int to);

  /**
   * out[i] = sum over j of weights[j] rows[j][i] for i in [from, to): in double, by fused
   * multiply-adds in the order of j, rounded once to float. Rows of weight 0 are not read. {@code
   * out} may be one of the rows. A sum of zeros, of any sign, and of no rows is +0.
   */
  void combine(double[] weights, float[][] rows, float[] out, int from, int to);

  /**
   * Integers that are ordered as the floats are: -infinity first, -0 before +0, infinity last; a
   * NaN lies beyond the infinity of its sign.
   */
  void toSortable(float[] x, int xOffset, int[] keys, int keysOffset, int length);

  /** The floats of {@link #toSortable}'s integers. */
  void fromSortable(int[] keys, int keysOffset, float[] x, int xOffset, int length);

  /**
   * Orders pairs of rows, one pair after the other: in each of {@value #KEYS} columns the lesser
   * value goes to the pair's first row, the greater one to its second.
   *
   * @param keys row r begins at {@code r * KEYS}
   * @param pairs the rows of each pair, one after the other
   */
  void order(int[] keys, int[] pairs);

  /**
   * out[to + i] = the mean of the {@code count} values {@code rows[at + j * stride + i]} for i
   * below {@code length}: added in double in the order of j, divided, and rounded once to float.
   */
  void mean(float[] rows, int at, int stride, int count, int length, float[] out, int to);

  /**
   * out[from + i] = the mean of the values nearest to the centre of column i, for i below {@code
   * length}. The centre is the mean of a span of the sorted values, in double. Distances from it
   * are compared in double; of values at equal distance those of lower rows are chosen. The chosen
   * values are added in double in ascending order, divided, and rounded once to float.
   *
   * @param rows the columns' values, finite; those of column i at {@code from + i}
   * @param length at most {@value #KEYS}
   * @param sorted the same values sorted: the one at place p of column i at {@code p * KEYS + i};
   *     {@link #SLACK} numbers longer than these
   * @param bounds receives the least chosen value of column i at {@code i} and the greatest one at
   *     {@code KEYS + i}
   */
  void meanOfNearest(
      Nearest rule,
      float[][] rows,
      int from,
      int length,
      float[] sorted,
      float[] out,
      float[] bounds);

  /**
   * For how many i below {@code length} bounds[least + i] &lt;= x[at + i] &lt;= bounds[greatest +
   * i]; -0 and +0 are equal.
   */
  int countBetween(float[] x, int at, float[] bounds, int least, int greatest, int length);
}
