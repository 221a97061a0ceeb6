package dev.varangian.tensor.convolution;

import dev.varangian.tensor.kernels.Kernels;
import dev.varangian.tensor.operation.Computation;
import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Step;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A convolution laid out for a plan. The samples go through in blocks, one in each lane of the
 * kernels, so that every load is of whole registers and no image has to be rearranged by windows.
 *
 * <p>Each sum has one order: a value's terms follow the window's entries; a weight's gradient adds
 * up the places of one sample and then the samples; a pixel's gradient adds up the window's
 * positions and for each of them the outputs.
 */
abstract class Convolution implements Computation {
  static final int LANES = Kernels.SAMPLES;
  static final int TILE = Kernels.TILE;

  /** The places of a call of the kernel. */
  static final int GROUP = 4;

  final ConvolutionSizes s;
  final SampleLanes lanes;

  /** The images of each block, kept for backward. */
  private final float[] images;

  private final int imageSize;
  private final float[] packed;
  private final float[] tile = new float[GROUP * TILE * LANES];
  private final int[] windowTaps;

  /** Made when backward runs first. */
  private @Nullable ConvolutionGradients gradients;

  Convolution(ConvolutionSizes sizes, int samples, int agents) {
    this.s = sizes;
    this.lanes = new SampleLanes(samples);
    this.imageSize = s.imageSize();
    // A tile may reach past the last window's entries.
    this.images =
        new float
            [Math.addExact(
                Math.multiplyExact(SampleLanes.blocks(agents, samples), imageSize), TILE * LANES)];
    this.packed = new float[s.paddedOutputs() * s.window()];
    this.windowTaps =
        IntStream.range(0, s.window())
            .map(t -> (t / s.run() * s.width() * s.channels() + t % s.run()) * LANES)
            .toArray();
  }

  /** The place that is number {@code index} in the kernel's calls, four at a time. */
  abstract int place(int index);

  /**
   * Takes the sums of one tile of outputs in four places.
   *
   * @param slot which of the pass's blocks
   * @param group which four places
   */
  abstract void finish(Step step, int slot, int group, int firstOutput, float[] tile);

  /** Writes the result of the block that {@link #lanes} look at. */
  abstract void writeResult(Step step);

  /** Lays out the gradient of a block's sums, each at {@link ConvolutionSizes#sum}. */
  abstract void readGradient(Step step, int slot, float[] sums);

  @Override
  public final void forward(Step step) {
    Operand x = step.operand(0);
    Operand weight = step.operand(1);
    int group = groupSize(step);
    int slot = 0;
    for (int first = 0; first < step.agents(); first += group) {
      lanes.of(first, group);
      pack(weight.values(), weight.offset(first));
      for (int block = 0; block < lanes.blocks(); block++) {
        int image = slot * imageSize;
        lanes.look(block);
        spread(x, image);
        forward(step, slot, image);
        writeResult(step);
        slot++;
      }
    }
  }

  /** Lays out a block's images; what surrounds them stays 0. */
  private void spread(Operand x, int image) {
    int size = s.ownPixels() * s.channels();
    int rows = s.padding() == 0 ? 1 : s.height() - 2 * s.padding();
    for (int row = 0; row < rows; row++) {
      int from = size / rows * row;
      int to = s.ownPixel(from / s.channels()) * s.channels() * LANES;
      lanes.spreadValues(x, size, from, size / rows, images, image + to);
    }
  }

  /** Agents whose samples may share a block: all, if they share the weights. */
  private static int groupSize(Step step) {
    return step.operand(1).shared() && step.operand(2).shared() ? step.agents() : 1;
  }

  /** Tile after tile, entry by entry of the window, the weights of the tile's outputs. */
  private void pack(float[] weights, int offset) {
    int window = s.window();
    for (int output = 0; output < s.outputs(); output++) {
      int to = output / TILE * window * TILE + output % TILE;
      for (int t = 0; t < window; t++) {
        packed[to + t * TILE] = weights[offset + output * window + t];
      }
    }
  }

  private void forward(Step step, int slot, int image) {
    Kernels kernels = Kernels.active();
    int window = s.window();
    for (int group = 0; group < (s.places() + GROUP - 1) / GROUP; group++) {
      int b0 = image + pixel(group, 0);
      int b1 = image + pixel(group, 1);
      int b2 = image + pixel(group, 2);
      int b3 = image + pixel(group, 3);
      for (int output = 0; output < s.outputs(); output += TILE) {
        kernels.convolve(
            window,
            packed,
            output * window,
            images,
            windowTaps,
            b0,
            b1,
            b2,
            b3,
            tile,
            0,
            TILE * LANES,
            2 * TILE * LANES,
            3 * TILE * LANES,
            false);
        finish(step, slot, group, output, tile);
      }
    }
  }

  private int pixel(int group, int member) {
    return s.corner(place(Math.min(group * GROUP + member, s.places() - 1))) * s.channels() * LANES;
  }

  @Override
  public final void backward(Step step) {
    ConvolutionGradients made = gradients;
    if (made == null) {
      made = new ConvolutionGradients(this, images, step.operand(0).needsGradient());
      gradients = made;
    }
    int group = groupSize(step);
    int slot = 0;
    for (int first = 0; first < step.agents(); first += group) {
      lanes.of(first, group);
      made.start(step, first);
      for (int block = 0; block < lanes.blocks(); block++) {
        lanes.look(block);
        made.run(step, slot, slot * imageSize);
        slot++;
      }
    }
  }
}
