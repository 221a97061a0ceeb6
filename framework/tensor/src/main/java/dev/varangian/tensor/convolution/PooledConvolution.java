package dev.varangian.tensor.convolution;

import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.PLACES;
import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.ROWS;
import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.SAMPLES;

import dev.varangian.tensor.elementwise.Relu;
import dev.varangian.tensor.kernels.Kernels;
import dev.varangian.tensor.kernels.convolution.ConvolutionKernels;
import dev.varangian.tensor.kernels.convolution.Pooling;
import dev.varangian.tensor.kernels.convolution.Unpooling;
import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Step;
import dev.varangian.tensor.pooling.MaxPool2d;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A convolution, its bias, {@link Relu} and the {@link MaxPool2d} of 2 x 2 in one, to the same
 * bits: the values between them are never written.
 */
final class PooledConvolution extends Convolution {
  private final int windows;
  private final int blockSize;
  private final int[] places;
  private final Pooling pooling;
  private @Nullable Unpooling unpooling;

  PooledConvolution(ConvolutionSizes all, int samples, int agents) {
    this(all.inPairs(), samples, agents, all.inPairs().placesByWindow());
  }

  private PooledConvolution(ConvolutionSizes sizes, int samples, int agents, int[] places) {
    super(sizes, samples, agents, places);
    this.windows = places.length / PLACES;
    this.blockSize = ConvolutionSizes.ofAllSamples(windows, sizes.outputs());
    this.places = places;
    // The maxima, or their gradients, of one block; where each was found, of all blocks.
    float[] maxima = new float[blockSize];
    float[] found = new float[Math.multiplyExact(SampleBlocks.count(agents, samples), blockSize)];
    this.pooling = new Pooling(tile, maxima, found);
  }

  @Override
  void finish(Step step, int block, int group, int firstOutput) {
    Operand bias = step.operand(2);
    Kernels.active()
        .convolutions()
        .reluMaxPool(
            pooling,
            bias.values(),
            bias.offset(samples.agent(0)) + firstOutput,
            Math.min(ROWS, sizes.outputs() - firstOutput),
            (group * sizes.outputs() + firstOutput) * SAMPLES,
            block * blockSize);
  }

  @Override
  void writeResult(Step step) {
    samples.gatherValues(pooling.maxima(), step.result(), windows * sizes.outputs());
  }

  @Override
  void readGradient(Step step, int block, float[] sums) {
    ConvolutionKernels kernels = Kernels.active().convolutions();
    Unpooling memory = unpooling(sums);
    samples.spreadGradients(step.result(), windows * sizes.outputs(), memory.gradients());
    for (int output = 0; output < sizes.outputs(); output += ROWS) {
      int length = Math.min(ROWS, sizes.outputs() - output) * SAMPLES;
      for (int window = 0; window < windows; window++) {
        int from = (window * sizes.outputs() + output) * SAMPLES;
        kernels.unpool(
            memory, from, block * blockSize, window * PLACES, sizes.sum(output, 0), length);
      }
    }
  }

  private Unpooling unpooling(float[] sums) {
    Unpooling ready = unpooling;
    if (ready == null) {
      int[] starts = IntStream.of(places).map(place -> sizes.sum(0, place)).toArray();
      ready = new Unpooling(pooling.found(), pooling.maxima(), sums, starts);
      unpooling = ready;
    }
    return ready;
  }
}
