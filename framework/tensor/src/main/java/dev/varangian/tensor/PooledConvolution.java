package dev.varangian.tensor;

import dev.varangian.tensor.kernels.Kernels;

/**
 * A convolution, its bias, {@link Relu} and the {@link MaxPool2d} of 2 x 2 in one, to the same
 * bits: the values between them are never written.
 */
final class PooledConvolution extends Convolution {
  static final int SIZE = 2;

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
    lanes.gatherValues(maxima, 0, 1, size, size, step.result());
  }

  @Override
  void readGradient(Step step, int slot, float[] sums) {
    int size = windows() * s.outputs();
    lanes.spreadGradients(step.result(), 1, size, size, maxima, 0);
    for (int window = 0; window < windows(); window++) {
      int from = window * s.outputs() * LANES;
      for (int member = 0; member < GROUP; member++) {
        Kernels.active()
            .route(
                found,
                slot * blockSize() + from,
                member,
                maxima,
                from,
                sums,
                place(window * GROUP + member) * s.paddedOutputs() * LANES,
                s.outputs() * LANES);
      }
    }
  }
}
