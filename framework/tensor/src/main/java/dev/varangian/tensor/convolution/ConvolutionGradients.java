package dev.varangian.tensor.convolution;

import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.PLACES;
import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.ROWS;
import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.SAMPLES;
import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.TILE;

import dev.varangian.tensor.kernels.Kernels;
import dev.varangian.tensor.kernels.convolution.ConvolutionKernels;
import dev.varangian.tensor.kernels.convolution.PlaceSums;
import dev.varangian.tensor.kernels.convolution.WindowSums;
import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Step;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The backward pass of a {@link Convolution}, block by block. */
final class ConvolutionGradients {
  private final Convolution convolution;
  private final ConvolutionSizes sizes;
  private final SampleBlocks samples;

  /** The gradient of a block's sums: for each tile of outputs, place by place. */
  private final float[] sums;

  /** The gradients of some weights of some outputs, for each sample. */
  private final float[] tile = new float[ROWS * TILE];

  private final PlaceSums weightSums;
  private final PlaceSums biasSums;

  /** For each entry of the window and tile of channels, the weights of each output. */
  private final float[] packed;

  /** The gradient of a block's images: pixel by pixel, the channels in whole tiles. */
  private final float[] pixels;

  /** Where the pixels of the images without their padding begin. */
  private final int[] ownPixels;

  private final int[] places;
  private final WindowSums pixelSums;

  ConvolutionGradients(Convolution convolution, float[] images, boolean ofImages) {
    this.convolution = convolution;
    this.sizes = convolution.sizes;
    this.samples = convolution.samples;
    this.sums = new float[ConvolutionSizes.ofAllSamples(sizes.places(), sizes.paddedOutputs())];
    int[] corners =
        IntStream.range(0, sizes.places())
            .map(place -> sizes.corner(place) * sizes.channels() * SAMPLES)
            .toArray();
    this.weightSums = new PlaceSums(sums, TILE, images, corners, tile);
    // The bias is the weight of an input that is always 1.
    float[] ones = new float[TILE];
    Arrays.fill(ones, 1);
    this.biasSums = new PlaceSums(sums, TILE, ones, new int[sizes.places()], tile);
    int entries = sizes.windowHeight() * sizes.windowWidth();
    this.packed = new float[ofImages ? entries * sizes.paddedChannels() * sizes.outputs() : 0];
    this.pixels =
        new float
            [ofImages ? ConvolutionSizes.ofAllSamples(sizes.pixels(), sizes.paddedChannels()) : 0];
    this.ownPixels =
        IntStream.range(0, sizes.ownPixels()).map(p -> pixel(sizes.ownPixel(p))).toArray();
    this.places = sizes.placesInOrder();
    this.pixelSums =
        new WindowSums(
            packed,
            sums,
            IntStream.range(0, sizes.outputs()).map(output -> sizes.sum(output, 0)).toArray(),
            IntStream.of(places).map(place -> sizes.sum(0, place)).toArray(),
            pixels,
            IntStream.of(places).map(place -> pixel(sizes.corner(place))).toArray(),
            true);
  }

  /** Where a pixel's channels begin. */
  private int pixel(int index) {
    return index * sizes.paddedChannels() * SAMPLES;
  }

  /** Prepares for agents that share the weights of agent {@code first}. */
  void start(Step step, int first) {
    if (!step.operand(0).needsGradient()) {
      return;
    }
    Operand weight = step.operand(1);
    int tileSize = sizes.outputs() * ROWS;
    for (int output = 0; output < sizes.outputs(); output++) {
      int from = weight.offset(first) + output * sizes.window();
      for (int entry = 0; entry < sizes.windowHeight() * sizes.windowWidth(); entry++) {
        int to = entry * ConvolutionSizes.tiles(sizes.channels()) * tileSize + output * ROWS;
        for (int channel = 0; channel < sizes.channels(); channel++) {
          packed[to + channel / ROWS * tileSize + channel % ROWS] =
              weight.values()[from + entry * sizes.channels() + channel];
        }
      }
    }
  }

  /**
   * Writes or adds to the gradients of the block's agents; blocks come in their order.
   *
   * @param block which of the pass's blocks
   * @param image where its images begin
   */
  void run(Step step, int block, int image) {
    convolution.readGradient(step, block, sums);
    if (step.operand(2).needsGradient()) {
      ofBias(step.operand(2));
    }
    if (step.operand(1).needsGradient()) {
      ofWeights(step.operand(1), image);
    }
    if (step.operand(0).needsGradient()) {
      ofImages();
      samples.gatherGradients(pixels, ownPixels, sizes.channels(), step.operand(0));
    }
  }

  private void ofBias(Operand bias) {
    for (int output = 0; output < sizes.outputs(); output += ROWS) {
      Kernels.active().convolutions().correlate(biasSums, sizes.sum(output, 0), 0);
      addSamples(bias, output, 1, Math.min(ROWS, sizes.outputs() - output), 1);
    }
  }

  private void ofWeights(Operand weight, int image) {
    ConvolutionKernels kernels = Kernels.active().convolutions();
    int windowRow = sizes.windowRow();
    for (int row = 0; row < sizes.windowHeight(); row++) {
      int line = image + row * sizes.width() * sizes.channels() * SAMPLES;
      for (int entry = 0; entry < windowRow; entry += ROWS) {
        int count = Math.min(ROWS, windowRow - entry);
        for (int output = 0; output < sizes.outputs(); output += ROWS) {
          kernels.correlate(weightSums, sizes.sum(output, 0), line + entry * SAMPLES);
          addSamples(
              weight,
              output * sizes.window() + row * windowRow + entry,
              sizes.window(),
              Math.min(ROWS, sizes.outputs() - output),
              count);
        }
      }
    }
  }

  /**
   * Adds each agent's samples of the tile, in their order, to its gradient.
   *
   * @param at where the tile's first number belongs
   * @param step the distance between rows of the tile in the gradient
   * @param rows the number of rows of the tile
   * @param count the numbers of a row
   */
  private void addSamples(Operand parameter, int at, int step, int rows, int count) {
    for (int share = 0; share < samples.shares(); share++) {
      int agent = samples.agent(share);
      float[] to = parameter.gradient(agent);
      int toOffset = parameter.gradientOffset(agent) + at;
      int first = samples.shareStart(share);
      int end = samples.shareStart(share + 1);
      boolean begins = samples.holdsFirstSample(share);
      for (int row = 0; row < rows; row++) {
        int from = row * TILE;
        int start = toOffset + row * step;
        if (begins) {
          Arrays.fill(to, start, start + count, 0);
        }
        if (count == ROWS) {
          addFive(tile, from + first, from + end, to, start);
        } else {
          for (int i = 0; i < count; i++) {
            for (int sample = first; sample < end; sample++) {
              to[start + i] += tile[from + i * SAMPLES + sample];
            }
          }
        }
      }
    }
  }

  /** Five sums side by side, since each addition waits for the previous one of its sum. */
  private static void addFive(float[] from, int first, int end, float[] to, int toOffset) {
    float sum0 = to[toOffset];
    float sum1 = to[toOffset + 1];
    float sum2 = to[toOffset + 2];
    float sum3 = to[toOffset + 3];
    float sum4 = to[toOffset + 4];
    for (int i = first; i < end; i++) {
      sum0 += from[i];
      sum1 += from[i + SAMPLES];
      sum2 += from[i + 2 * SAMPLES];
      sum3 += from[i + 3 * SAMPLES];
      sum4 += from[i + 4 * SAMPLES];
    }
    to[toOffset] = sum0;
    to[toOffset + 1] = sum1;
    to[toOffset + 2] = sum2;
    to[toOffset + 3] = sum3;
    to[toOffset + 4] = sum4;
  }

  private void ofImages() {
    Arrays.fill(pixels, 0);
    ConvolutionKernels kernels = Kernels.active().convolutions();
    int tiles = ConvolutionSizes.tiles(sizes.channels());
    for (int entry = 0; entry < sizes.windowHeight() * sizes.windowWidth(); entry++) {
      int row = entry / sizes.windowWidth();
      int shift = pixel(row * sizes.width() + entry % sizes.windowWidth());
      for (int channels = 0; channels < tiles; channels++) {
        int weights = (entry * tiles + channels) * sizes.outputs() * ROWS;
        for (int place = 0; place < places.length; place += PLACES) {
          kernels.convolve(pixelSums, weights, 0, place, shift + channels * TILE);
        }
      }
    }
  }
}
