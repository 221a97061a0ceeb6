package dev.varangian.tensor.kernels.convolution;

/**
 * The memory of sums over the entries of a window, in many places; see {@link
 * ConvolutionKernels#convolve}.
 *
 * @param weights A[t, r] is the number {@code t * ROWS + r} of a tile
 * @param input B[p, t] are the samples at {@code inputPlaces[p] + taps[t]}
 * @param taps where the entries of the window lie, from a place on
 * @param inputPlaces where the places begin in the input
 * @param sums C[p, r] are the samples at {@code sumPlaces[p] + r * SAMPLES}
 * @param sumPlaces where the places begin in the sums
 * @param accumulate whether to add to C
 */
public record WindowSums(
    float[] weights,
    float[] input,
    int[] taps,
    int[] inputPlaces,
    float[] sums,
    int[] sumPlaces,
    boolean accumulate) {}
