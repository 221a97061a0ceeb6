package dev.varangian.tensor.kernels.convolution;

/**
 * The memory of sums over places; see {@link ConvolutionKernels#correlate}.
 *
 * @param left A[q, r] are the samples at {@code q * leftStride + r * SAMPLES}
 * @param leftStride the distance between places of A
 * @param right B[q, t] are the samples at {@code rightPlaces[q] + t * SAMPLES}
 * @param rightPlaces where the places of B begin
 * @param sums C[r, t] are the samples at {@code (r * ROWS + t) * SAMPLES}
 */
public record PlaceSums(
    float[] left, int leftStride, float[] right, int[] rightPlaces, float[] sums) {}
