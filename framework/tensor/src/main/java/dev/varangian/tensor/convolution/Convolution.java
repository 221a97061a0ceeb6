package dev.varangian.tensor.convolution;

import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.PLACES;
import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.ROWS;
import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.SAMPLES;
import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.TILE;

import dev.varangian.tensor.kernels.Kernels;
import dev.varangian.tensor.kernels.convolution.ConvolutionKernels;
import dev.varangian.tensor.kernels.convolution.WindowSums;
import dev.varangian.tensor.operation.Computation;
import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Step;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A convolution laid out for a plan. The samples go through in blocks, side by side, so that every
 * load is of whole registers and no image has to be rearranged by windows.
 *
 * <p>Each sum has one order: a value's terms follow the entries of the window; a weight's gradient
 * adds up the places of one sample and then the samples; a pixel's gradient adds up the positions
 * in the window and for each of them the outputs.
 */
abstract class Convolution implements Computation {
  final ConvolutionSizes sizes;
  final SampleBlocks samples;

  /** What a kernel call computes: some outputs in four places. */
  final float[] tile = new float[PLACES * TILE];

  /** The images of each block, kept for backward. */
  private final float[] images;

  private final int imageSize;
  private final float[] packed;
  private final int groups;
  private final WindowSums sums;

  /** Created when backward runs first. */
  private @Nullable ConvolutionGradients gradients;

  /**
   * Lays out the memory.
   *
   * @param places the places in the order of the kernel calls, four for each
   */
  Convolution(ConvolutionSizes sizes, int samples, int agents, int[] places) {
    this.sizes = sizes;
    this.samples = new SampleBlocks(samples);
    this.imageSize = sizes.imageSize();
    // A tile may reach past the last entries of the window.
    this.images =
        new float
            [Math.addExact(
                Math.multiplyExact(SampleBlocks.count(agents, samples), imageSize), TILE)];
    this.packed = new float[sizes.paddedOutputs() * sizes.window()];
    this.groups = places.length / PLACES;
    this.sums =
        new WindowSums(
            packed,
            images,
            IntStream.range(0, sizes.window()).map(this::tap).toArray(),
            IntStream.of(places)
                .map(place -> sizes.corner(place) * sizes.channels() * SAMPLES)
                .toArray(),
            tile,
            IntStream.range(0, places.length).map(i -> i % PLACES * TILE).toArray(),
            false);
  }

  /** Where an entry of the window lies in the images, from the corner on. */
  private int tap(int entry) {
    int row = entry / sizes.windowRow();
    int inRow = entry % sizes.windowRow();
    return (row * sizes.width() * sizes.channels() + inRow) * SAMPLES;
  }

  /**
   * Takes the sums of some outputs in four places from {@link #tile}.
   *
   * @param block which of the pass's blocks
   * @param group which four places
   */
  abstract void finish(Step step, int block, int group, int firstOutput);

  /** Writes the result of the current block of {@link #samples}. */
  abstract void writeResult(Step step);

  /** Lays out the gradient of a block's sums, each at {@link ConvolutionSizes#sum}. */
  abstract void readGradient(Step step, int block, float[] sums);

  @Override
  public final void forward(Step step) {
    Operand x = step.operand(0);
    Operand weight = step.operand(1);
    int together = agentsTogether(step);
    int block = 0;
    for (int first = 0; first < step.agents(); first += together) {
      samples.select(first, together);
      pack(weight.values(), weight.offset(first));
      for (int next = 0; next < samples.blocks(); next++) {
        samples.moveTo(next);
        spread(x, block * imageSize);
        forward(step, block);
        writeResult(step);
        block++;
      }
    }
  }

  /** Lays out a block's images; what surrounds them stays 0. */
  private void spread(Operand x, int image) {
    int size = sizes.ownPixels() * sizes.channels();
    int rows = sizes.padding() == 0 ? 1 : sizes.height() - 2 * sizes.padding();
    for (int row = 0; row < rows; row++) {
      int from = size / rows * row;
      int to = sizes.ownPixel(from / sizes.channels()) * sizes.channels() * SAMPLES;
      samples.spreadValues(x, size, from, size / rows, images, image + to);
    }
  }

  /** The number of agents whose samples may share a block: all, if they share the weights. */
  private static int agentsTogether(Step step) {
    return step.operand(1).shared() && step.operand(2).shared() ? step.agents() : 1;
  }

  /** Tile after tile, entry by entry of the window, the weights of the tile's outputs. */
  private void pack(float[] weights, int offset) {
    int window = sizes.window();
    for (int output = 0; output < sizes.outputs(); output++) {
      int to = output / ROWS * window * ROWS + output % ROWS;
      for (int entry = 0; entry < window; entry++) {
        packed[to + entry * ROWS] = weights[offset + output * window + entry];
      }
    }
  }

  private void forward(Step step, int block) {
    ConvolutionKernels kernels = Kernels.active().convolutions();
    int window = sizes.window();
    for (int group = 0; group < groups; group++) {
      for (int output = 0; output < sizes.outputs(); output += ROWS) {
        kernels.convolve(sums, output * window, block * imageSize, group * PLACES, 0);
        finish(step, block, group, output);
      }
    }
  }

  @Override
  public final void backward(Step step) {
    ConvolutionGradients ready = gradients;
    if (ready == null) {
      ready = new ConvolutionGradients(this, images, step.operand(0).needsGradient());
      gradients = ready;
    }
    int together = agentsTogether(step);
    int block = 0;
    for (int first = 0; first < step.agents(); first += together) {
      samples.select(first, together);
      ready.start(step, first);
      for (int next = 0; next < samples.blocks(); next++) {
        samples.moveTo(next);
        ready.run(step, block, block * imageSize);
        block++;
      }
    }
  }
}
