package dev.varangian.tensor.kernels.convolution;

/**
 * The memory of a pooling; see {@link ConvolutionKernels#reluMaxPool}.
 *
 * @param sums what was computed in place p, row r: the samples at {@code (p * ROWS + r) * SAMPLES}
 * @param maxima receives the results, row after row
 * @param found receives in which place each was found, row after row
 */
public record Pooling(float[] sums, float[] maxima, float[] found) {}
