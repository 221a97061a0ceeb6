package dev.varangian.tensor.kernels.convolution;

/**
 * The sums of a convolution and of its gradients, for {@value #SAMPLES} samples at a time. What is
 * stored for samples side by side takes {@value #SAMPLES} consecutive numbers, one for each sample.
 */
public interface ConvolutionKernels {
  /** The samples that are computed side by side. */
  int SAMPLES = 16;

  /**
   * The rows of a tile: outputs, or channels; and the entries of a window in {@link #correlate}.
   */
  int ROWS = 5;

  /** The places of a call. */
  int PLACES = 4;

  /** The numbers of a tile of {@value #ROWS} rows for all samples. */
  int TILE = ROWS * SAMPLES;

  /**
   * For {@value #PLACES} places p and {@value #ROWS} rows r: C[p, r] = sum over t of A[t, r] B[p,
   * t], or C[p, r] += that sum where {@link WindowSums#accumulate}, by fused multiply-adds in the
   * order of t. See {@link WindowSums} for where A, B and C lie.
   *
   * @param weights where the tile's A begins
   * @param input what is added to the places of B
   * @param place the first of the places; where fewer are left, the last ones are equal
   * @param result what is added to the places of C
   */
  void convolve(WindowSums sums, int weights, int input, int place, int result);

  /**
   * For {@value #ROWS} rows r and as many entries t: C[r, t] = sum over q of A[q, r] B[q, t], by
   * fused multiply-adds in the order of q. See {@link PlaceSums} for where A, B and C lie.
   *
   * @param left where A begins
   * @param right what is added to the places of B
   */
  void correlate(PlaceSums sums, int left, int right);

  /**
   * The bias, ReLU and maximum that follow a convolution in four places: y = max(0, x_0 + bias, …,
   * x_3 + bias), and in which of them it was found first: 0 to 3, or -1 where none is above 0.
   *
   * @param bias the bias of row r at {@code biasOffset + r}
   * @param rows at most {@value #ROWS}
   * @param result where y of the first row goes, in both arrays of {@code pooling}
   * @param block what is added to {@code result} in {@link Pooling#found}
   */
  void reluMaxPool(Pooling pooling, float[] bias, int biasOffset, int rows, int result, int block);

  /**
   * The gradient of {@link #reluMaxPool}: in each of four places p, to[p, i] = from[i] where
   * found[i] = p, else 0.
   *
   * @param from where the gradients begin, in both arrays of {@code unpooling}
   * @param block what is added to {@code from} in {@link Unpooling#found}
   * @param place the first of the places
   * @param result what is added to the places
   * @param length how many numbers, a multiple of {@value #SAMPLES}
   */
  void unpool(Unpooling unpooling, int from, int block, int place, int result, int length);
}
