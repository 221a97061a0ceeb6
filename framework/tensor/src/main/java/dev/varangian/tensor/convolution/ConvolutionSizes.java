package dev.varangian.tensor.convolution;

import dev.varangian.tensor.kernels.Kernels;
import dev.varangian.tensor.operation.Shape;

/**
 * The sizes of a convolution of one sample.
 *
 * @param height that of the padded images
 * @param width that of the padded images
 * @param stride by how many pixels the window moves from place to place
 * @param padding how many zeros surround the images on each side
 * @param rows how many rows of places are computed, from the top
 * @param columns how many columns of places are computed, from the left
 */
record ConvolutionSizes(
    int height,
    int width,
    int channels,
    int outputs,
    int windowHeight,
    int windowWidth,
    int stride,
    int padding,
    int rows,
    int columns) {

  /** All places where the window fits. */
  static ConvolutionSizes of(Shape images, Shape weight, int stride, int padding) {
    int height = Math.addExact(images.dimension(1), 2 * padding);
    int width = Math.addExact(images.dimension(2), 2 * padding);
    int rows = (height - weight.dimension(1)) / stride + 1;
    int columns = (width - weight.dimension(2)) / stride + 1;
    return new ConvolutionSizes(
        height,
        width,
        images.dimension(3),
        weight.dimension(0),
        weight.dimension(1),
        weight.dimension(2),
        stride,
        padding,
        rows,
        columns);
  }

  /** Only the places in whole windows of 2 x 2. */
  ConvolutionSizes inPairs() {
    return new ConvolutionSizes(
        height,
        width,
        channels,
        outputs,
        windowHeight,
        windowWidth,
        stride,
        padding,
        rows / 2 * 2,
        columns / 2 * 2);
  }

  /** The pixels of the padded images. */
  int pixels() {
    return height * width;
  }

  /** The pixels of the images themselves. */
  int ownPixels() {
    return (height - 2 * padding) * (width - 2 * padding);
  }

  /** Which pixel of the padded images is number {@code index} of the images themselves. */
  int ownPixel(int index) {
    int own = width - 2 * padding;
    return (index / own + padding) * width + index % own + padding;
  }

  /** The numbers of a block's padded images. */
  int imageSize() {
    return inLanes(pixels(), channels);
  }

  /** The numbers of so many things in all lanes. */
  static int inLanes(int things, int each) {
    return Math.multiplyExact(Math.multiplyExact(things, each), Kernels.SAMPLES);
  }

  int places() {
    return rows * columns;
  }

  /** The entries in a row of the window. */
  int run() {
    return windowWidth * channels;
  }

  int window() {
    return windowHeight * run();
  }

  /** The pixel that the window's corner covers in a place. */
  int corner(int place) {
    return (place / columns * width + place % columns) * stride;
  }

  /** Where a place's sum of an output lies: for each tile of outputs, place by place. */
  int sum(int output, int place) {
    int row = output / Kernels.TILE * places() + place;
    return (row * Kernels.TILE + output % Kernels.TILE) * Kernels.SAMPLES;
  }

  /** How many kernel tiles hold {@code rows} rows. */
  static int tiles(int rows) {
    return (rows + Kernels.TILE - 1) / Kernels.TILE;
  }

  /** The outputs, filled up to whole tiles. */
  int paddedOutputs() {
    return tiles(outputs) * Kernels.TILE;
  }

  /** The channels, filled up to whole tiles. */
  int paddedChannels() {
    return tiles(channels) * Kernels.TILE;
  }
}
