package dev.varangian.tensor.convolution;

import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Step;

/** A convolution with its bias, which is added last. */
final class PlainConvolution extends Convolution {
  /** A block's results, or their gradients, place by place. */
  private final float[] results;

  PlainConvolution(ConvolutionSizes sizes, int samples, int agents) {
    super(sizes, samples, agents);
    this.results = new float[ConvolutionSizes.inLanes(s.places(), s.outputs())];
  }

  @Override
  int place(int index) {
    return index;
  }

  @Override
  void finish(Step step, int slot, int group, int firstOutput, float[] tile) {
    Operand bias = step.operand(2);
    int from = bias.offset(lanes.agent(0)) + firstOutput;
    int rows = Math.min(TILE, s.outputs() - firstOutput);
    int members = Math.min(GROUP, s.places() - group * GROUP);
    for (int member = 0; member < members; member++) {
      int to = ((group * GROUP + member) * s.outputs() + firstOutput) * LANES;
      for (int row = 0; row < rows; row++) {
        shift(
            tile,
            (member * TILE + row) * LANES,
            bias.values()[from + row],
            results,
            to + row * LANES);
      }
    }
  }

  private static void shift(float[] x, int xOffset, float by, float[] y, int yOffset) {
    for (int lane = 0; lane < LANES; lane++) {
      y[yOffset + lane] = x[xOffset + lane] + by;
    }
  }

  @Override
  void writeResult(Step step) {
    int size = s.places() * s.outputs();
    lanes.gatherValues(results, step.result(), size);
  }

  @Override
  void readGradient(Step step, int slot, float[] sums) {
    int size = s.places() * s.outputs();
    lanes.spreadGradients(step.result(), size, results);
    for (int place = 0; place < s.places(); place++) {
      for (int output = 0; output < s.outputs(); output += TILE) {
        int rows = Math.min(TILE, s.outputs() - output);
        int from = (place * s.outputs() + output) * LANES;
        System.arraycopy(results, from, sums, s.sum(output, place), rows * LANES);
      }
    }
  }
}
