package dev.varangian.tensor.convolution;

import dev.varangian.tensor.elementwise.Relu;
import dev.varangian.tensor.kernels.Kernels;
import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Step;
import dev.varangian.tensor.pooling.MaxPool2d;

/**
 * A convolution, its bias, {@link Relu} and the {@link MaxPool2d} of 2 x 2 in one, to the same
 * bits: the values between them are never written.
 */
final class PooledConvolution extends Convolution {
  private static final int SIZE = PooledConv2d.WINDOW;

  /** A block's maxima, or their gradients: window by window of the pooling. */
  private final float[] maxima;

  /** Where in its window each maximum of each block was found. */
  private final float[] found;

  PooledConvolution(ConvolutionSizes sizes, int samples, int agents) {
    super(sizes.inPairs(), samples, agents);
    this.maxima = new float[blockSize()];
    this.found = new float[Math.multiplyExact(SampleLanes.blocks(agents, samples), blockSize())];
  }

  private int windows() {
    return s.places() / (SIZE * SIZE);
  }

  private int blockSize() {
    return ConvolutionSizes.inLanes(windows(), s.outputs());
  }

  @Override
  int place(int index) {
    int window = index / GROUP;
    int member = index % GROUP;
    int across = s.columns() / SIZE;
    int row = window / across * SIZE + member / SIZE;
    int column = window % across * SIZE + member % SIZE;
    return row * s.columns() + column;
  }

  @Override
  void finish(Step step, int slot, int group, int firstOutput, float[] tile) {
    Operand bias = step.operand(2);
    int to = (group * s.outputs() + firstOutput) * LANES;
    Kernels.active()
        .poolPositive(
            tile,
            bias.values(),
            bias.offset(lanes.agent(0)) + firstOutput,
            Math.min(TILE, s.outputs() - firstOutput),
            maxima,
            to,
            found,
            slot * blockSize() + to);
  }

  @Override
  void writeResult(Step step) {
    int size = windows() * s.outputs();
    lanes.gatherValues(maxima, step.result(), size);
  }

  @Override
  void readGradient(Step step, int slot, float[] sums) {
    int size = windows() * s.outputs();
    lanes.spreadGradients(step.result(), size, maxima);
    for (int output = 0; output < s.outputs(); output += TILE) {
      int length = Math.min(TILE, s.outputs() - output) * LANES;
      for (int window = 0; window < windows(); window++) {
        int from = (window * s.outputs() + output) * LANES;
        Kernels.active()
            .route(
                found,
                slot * blockSize() + from,
                maxima,
                from,
                sums,
                s.sum(output, place(window * GROUP)),
                s.sum(output, place(window * GROUP + 1)),
                s.sum(output, place(window * GROUP + 2)),
                s.sum(output, place(window * GROUP + 3)),
                length);
      }
    }
  }
}
