package dev.varangian.tensor.kernels.convolution;

/**
 * The memory of a pooling's gradient; see {@link ConvolutionKernels#unpool}.
 *
 * @param found in which place each maximum was found
 * @param gradients the gradients of the maxima
 * @param sums receives the gradients of the sums in all places
 * @param places where the places begin in the sums
 */
public record Unpooling(float[] found, float[] gradients, float[] sums, int[] places) {}
