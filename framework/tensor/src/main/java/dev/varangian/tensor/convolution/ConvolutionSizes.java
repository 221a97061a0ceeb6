package dev.varangian.tensor.convolution;

import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.PLACES;
import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.ROWS;
import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.SAMPLES;

import dev.varangian.tensor.operation.Shape;
import java.util.stream.IntStream;

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

  /** Only the places that lie in whole windows of 2 x 2. */
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
    return ofAllSamples(pixels(), channels);
  }

  /** The numbers that so many things of so many numbers take for all samples of a block. */
  static int ofAllSamples(int things, int numbers) {
    return Math.multiplyExact(Math.multiplyExact(things, numbers), SAMPLES);
  }

  int places() {
    return rows * columns;
  }

  /** All places, row by row; the last one repeated until there are four for each kernel call. */
  int[] placesInOrder() {
    int calls = (places() + PLACES - 1) / PLACES;
    return IntStream.range(0, calls * PLACES).map(i -> Math.min(i, places() - 1)).toArray();
  }

  /** All places, window by window of 2 x 2. */
  int[] placesByWindow() {
    return IntStream.range(0, places())
        .map(
            i -> {
              int window = i / 4;
              int row = window / (columns / 2) * 2 + i % 4 / 2;
              int column = window % (columns / 2) * 2 + i % 2;
              return row * columns + column;
            })
        .toArray();
  }

  /** The entries in a row of the window. */
  int windowRow() {
    return windowWidth * channels;
  }

  int window() {
    return windowHeight * windowRow();
  }

  /** The pixel under the first corner of the window in a place. */
  int corner(int place) {
    return (place / columns * width + place % columns) * stride;
  }

  /** Where a place's sum of an output lies: for each tile of outputs, place by place. */
  int sum(int output, int place) {
    int row = output / ROWS * places() + place;
    return (row * ROWS + output % ROWS) * SAMPLES;
  }

  /** How many kernel tiles hold {@code rows} rows. */
  static int tiles(int rows) {
    return (rows + ROWS - 1) / ROWS;
  }

  /** The outputs, filled up to whole tiles. */
  int paddedOutputs() {
    return tiles(outputs) * ROWS;
  }

  /** The channels, filled up to whole tiles. */
  int paddedChannels() {
    return tiles(channels) * ROWS;
  }
}
