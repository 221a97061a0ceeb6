package dev.varangian.tensor.convolution;

import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.PLACES;
import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.ROWS;
import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.SAMPLES;
import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.TILE;

import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Step;

/** A convolution with its bias, which is added last. */
final class PlainConvolution extends Convolution {
  /** A block's results, or their gradients, place by place. */
  private final float[] results;

  PlainConvolution(ConvolutionSizes sizes, int samples, int agents) {
    super(sizes, samples, agents, sizes.placesInOrder());
    this.results = new float[ConvolutionSizes.ofAllSamples(sizes.places(), sizes.outputs())];
  }

  @Override
  void finish(Step step, int block, int group, int firstOutput) {
    Operand bias = step.operand(2);
    int from = bias.offset(samples.agent(0)) + firstOutput;
    int rows = Math.min(ROWS, sizes.outputs() - firstOutput);
    int places = Math.min(PLACES, sizes.places() - group * PLACES);
    for (int place = 0; place < places; place++) {
      int to = ((group * PLACES + place) * sizes.outputs() + firstOutput) * SAMPLES;
      for (int row = 0; row < rows; row++) {
        shift(
            tile,
            place * TILE + row * SAMPLES,
            bias.values()[from + row],
            results,
            to + row * SAMPLES);
      }
    }
  }

  private static void shift(float[] x, int xOffset, float by, float[] y, int yOffset) {
    for (int sample = 0; sample < SAMPLES; sample++) {
      y[yOffset + sample] = x[xOffset + sample] + by;
    }
  }

  @Override
  void writeResult(Step step) {
    samples.gatherValues(results, step.result(), sizes.places() * sizes.outputs());
  }

  @Override
  void readGradient(Step step, int block, float[] sums) {
    samples.spreadGradients(step.result(), sizes.places() * sizes.outputs(), results);
    for (int place = 0; place < sizes.places(); place++) {
      for (int output = 0; output < sizes.outputs(); output += ROWS) {
        int rows = Math.min(ROWS, sizes.outputs() - output);
        int from = (place * sizes.outputs() + output) * SAMPLES;
        System.arraycopy(results, from, sums, sizes.sum(output, place), rows * SAMPLES);
      }
    }
  }
}
