package dev.varangian.tensor.convolution;

import dev.varangian.tensor.kernels.Kernels;
import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Step;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The way back through a {@link Convolution}, block by block. */
final class ConvolutionGradients {
  private static final int LANES = Convolution.LANES;
  private static final int TILE = Convolution.TILE;

  private final Convolution convolution;
  private final ConvolutionSizes s;
  private final SampleLanes lanes;
  private final float[] images;

  /** The gradient of a block's sums: for each tile of outputs, place by place. */
  private final float[] sums;

  private final float[] tile = new float[TILE * TILE * LANES];
  private final float[] ones = new float[TILE * LANES];
  private final int[] noSteps;
  private final int[] corners;

  /** The gradient of a block's images: pixel by pixel, the channels in whole tiles. */
  private final float[] pixels;

  /** Where those of the images without their padding begin. */
  private final int[] ownPixels;

  /** For each entry of the window and tile of channels, the weights of each output. */
  private final float[] packed;

  private final int[] outputTaps;

  ConvolutionGradients(Convolution convolution, float[] images, boolean ofImages) {
    this.convolution = convolution;
    this.s = convolution.s;
    this.lanes = convolution.lanes;
    this.images = images;
    this.sums = new float[ConvolutionSizes.inLanes(s.places(), s.paddedOutputs())];
    this.noSteps = new int[s.places()];
    Arrays.fill(ones, 1);
    this.corners =
        IntStream.range(0, s.places()).map(p -> s.corner(p) * s.channels() * LANES).toArray();
    this.pixels =
        new float[ofImages ? ConvolutionSizes.inLanes(s.pixels(), s.paddedChannels()) : 0];
    this.ownPixels =
        IntStream.range(0, s.ownPixels())
            .map(p -> s.ownPixel(p) * s.paddedChannels() * LANES)
            .toArray();
    this.packed =
        new float
            [ofImages ? s.windowHeight() * s.windowWidth() * s.paddedChannels() * s.outputs() : 0];
    this.outputTaps = IntStream.range(0, s.outputs()).map(o -> s.sum(o, 0)).toArray();
  }

  /** Gets ready for agents that share the weights of agent {@code first}. */
  void start(Step step, int first) {
    if (!step.operand(0).needsGradient()) {
      return;
    }
    Operand weight = step.operand(1);
    int tileSize = s.outputs() * TILE;
    for (int output = 0; output < s.outputs(); output++) {
      int from = weight.offset(first) + output * s.window();
      for (int entry = 0; entry < s.windowHeight() * s.windowWidth(); entry++) {
        int to = entry * ConvolutionSizes.tiles(s.channels()) * tileSize + output * TILE;
        for (int channel = 0; channel < s.channels(); channel++) {
          packed[to + channel / TILE * tileSize + channel % TILE] =
              weight.values()[from + entry * s.channels() + channel];
        }
      }
    }
  }

  /** Writes or adds to the gradients of the block's agents; blocks come in their order. */
  void run(Step step, int slot, int image) {
    convolution.readGradient(step, slot, sums);
    if (step.operand(2).needsGradient()) {
      ofBias(step.operand(2));
    }
    if (step.operand(1).needsGradient()) {
      ofWeights(step.operand(1), image);
    }
    if (step.operand(0).needsGradient()) {
      ofImages();
      lanes.gatherGradients(pixels, ownPixels, s.channels(), step.operand(0));
    }
  }

  /** As of a weight of an input that is always 1. */
  private void ofBias(Operand bias) {
    for (int output = 0; output < s.outputs(); output += TILE) {
      Kernels.active()
          .correlate(s.places(), sums, s.sum(output, 0), TILE * LANES, ones, 0, noSteps, tile, 0);
      addLanes(bias, output, 1, Math.min(TILE, s.outputs() - output), 1);
    }
  }

  private void ofWeights(Operand weight, int image) {
    Kernels kernels = Kernels.active();
    int run = s.run();
    for (int row = 0; row < s.windowHeight(); row++) {
      int line = image + row * s.width() * s.channels() * LANES;
      for (int entry = 0; entry < run; entry += TILE) {
        int count = Math.min(TILE, run - entry);
        for (int output = 0; output < s.outputs(); output += TILE) {
          kernels.correlate(
              s.places(),
              sums,
              s.sum(output, 0),
              TILE * LANES,
              images,
              line + entry * LANES,
              corners,
              tile,
              0);
          addLanes(
              weight,
              output * s.window() + row * run + entry,
              s.window(),
              Math.min(TILE, s.outputs() - output),
              count);
        }
      }
    }
  }

  /**
   * Adds each agent's lanes of the tile, in their order, to its gradient.
   *
   * @param at where the tile's first number belongs
   * @param step how far apart the tile's rows belong
   * @param rows how many rows of the tile there are
   * @param count how many numbers of a row
   */
  private void addLanes(Operand parameter, int at, int step, int rows, int count) {
    for (int share = 0; share < lanes.shares(); share++) {
      int agent = lanes.agent(share);
      float[] to = parameter.gradient(agent);
      int toOffset = parameter.gradientOffset(agent) + at;
      int first = lanes.firstLane(share);
      int end = lanes.firstLane(share + 1);
      boolean begins = lanes.isFirst(share);
      for (int row = 0; row < rows; row++) {
        int from = row * TILE * LANES;
        int start = toOffset + row * step;
        if (begins) {
          Arrays.fill(to, start, start + count, 0);
        }
        if (count == TILE) {
          addFive(tile, from + first, from + end, to, start);
        } else {
          for (int i = 0; i < count; i++) {
            for (int lane = first; lane < end; lane++) {
              to[start + i] += tile[from + i * LANES + lane];
            }
          }
        }
      }
    }
  }

  /** Side by side, since each sum waits for its last term. */
  private static void addFive(float[] from, int first, int end, float[] to, int toOffset) {
    float sum0 = to[toOffset];
    float sum1 = to[toOffset + 1];
    float sum2 = to[toOffset + 2];
    float sum3 = to[toOffset + 3];
    float sum4 = to[toOffset + 4];
    for (int l = first; l < end; l++) {
      sum0 += from[l];
      sum1 += from[l + LANES];
      sum2 += from[l + 2 * LANES];
      sum3 += from[l + 3 * LANES];
      sum4 += from[l + 4 * LANES];
    }
    to[toOffset] = sum0;
    to[toOffset + 1] = sum1;
    to[toOffset + 2] = sum2;
    to[toOffset + 3] = sum3;
    to[toOffset + 4] = sum4;
  }

  private void ofImages() {
    Arrays.fill(pixels, 0);
    Kernels kernels = Kernels.active();
    int tiles = ConvolutionSizes.tiles(s.channels());
    for (int entry = 0; entry < s.windowHeight() * s.windowWidth(); entry++) {
      int shift = entry / s.windowWidth() * s.width() + entry % s.windowWidth();
      for (int tileOfChannels = 0; tileOfChannels < tiles; tileOfChannels++) {
        int weights = (entry * tiles + tileOfChannels) * s.outputs() * TILE;
        int channel = tileOfChannels * TILE * LANES;
        for (int first = 0; first < s.places(); first += Convolution.GROUP) {
          int p1 = Math.min(first + 1, s.places() - 1);
          int p2 = Math.min(first + 2, s.places() - 1);
          int p3 = Math.min(first + 3, s.places() - 1);
          kernels.convolve(
              s.outputs(),
              packed,
              weights,
              sums,
              outputTaps,
              s.sum(0, first),
              s.sum(0, p1),
              s.sum(0, p2),
              s.sum(0, p3),
              pixels,
              channel + pixel(first, shift),
              channel + pixel(p1, shift),
              channel + pixel(p2, shift),
              channel + pixel(p3, shift),
              true);
        }
      }
    }
  }

  private int pixel(int place, int shift) {
    return (s.corner(place) + shift) * s.paddedChannels() * LANES;
  }
}
