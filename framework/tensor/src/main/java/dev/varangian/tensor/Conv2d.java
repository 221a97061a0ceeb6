package dev.varangian.tensor;

import dev.varangian.tensor.kernels.Kernels;
import java.util.Arrays;
import java.util.List;

/**
 * The cross-correlation of images with a window, stride 1, no padding: y[p, o] = b[o] + sum over
 * (i, j, c) of x[p + (i, j), c] W[o, i, j, c], the bias added last.
 *
 * <p>Images are {@code [samples, height, width, channels]}, W {@code [outputs, window height,
 * window width, channels]}, b {@code [outputs]}. Each sample's windows are laid out as the rows of
 * a matrix (a window's row of pixels is contiguous in the image), so that forward, weight gradient
 * and data gradient are one matrix product each.
 */
record Conv2d() implements Operation {

  @Override
  public Shape shape(List<Shape> operands) {
    Shape x = operands.get(0);
    Shape weight = operands.get(1);
    Shape bias = operands.get(2);
    if (x.rank() != 4
        || weight.rank() != 4
        || weight.dimension(3) != x.dimension(3)
        || weight.dimension(1) > x.dimension(1)
        || weight.dimension(2) > x.dimension(2)
        || !bias.equals(Shape.of(weight.dimension(0)))) {
      throw new IllegalArgumentException(
          "conv2d: images "
              + x
              + ", weight "
              + weight
              + ", bias "
              + bias
              + ", expected [samples, height, width, channels], [outputs, window height, window"
              + " width, channels], [outputs] and a window no larger than the images");
    }
    return Shape.of(
        x.dimension(0),
        x.dimension(1) - weight.dimension(1) + 1,
        x.dimension(2) - weight.dimension(2) + 1,
        weight.dimension(0));
  }

  /** The sizes that the loops need. */
  private record Sizes(
      int samples,
      int height,
      int width,
      int channels,
      int outputs,
      int windowHeight,
      int windowWidth) {

    static Sizes of(Shape x, Shape weight) {
      return new Sizes(
          x.dimension(0),
          x.dimension(1),
          x.dimension(2),
          x.dimension(3),
          weight.dimension(0),
          weight.dimension(1),
          weight.dimension(2));
    }

    int outHeight() {
      return height - windowHeight + 1;
    }

    int outWidth() {
      return width - windowWidth + 1;
    }

    int positions() {
      return outHeight() * outWidth();
    }

    int imageSize() {
      return height * width * channels;
    }

    int window() {
      return windowHeight * windowWidth * channels;
    }

    int windowRow() {
      return Products.paddedRow(window());
    }

    int windowColumns() {
      return Products.paddedColumns(window());
    }

    int outputRow() {
      return Products.paddedRow(outputs);
    }

    int outputColumns() {
      return Products.paddedColumns(outputs);
    }

    /** Behind the windows of one sample. */
    int secondScratch() {
      return positions() * windowRow();
    }
  }

  @Override
  public int scratch(List<Shape> operands, int agents) {
    Sizes s = Sizes.of(operands.get(0), operands.get(1));
    long forward = ((long) s.window() + s.positions()) * s.outputRow();
    long backward = (long) s.outputs() * s.windowRow();
    long windows = (long) s.positions() * s.windowRow();
    return Math.toIntExact(windows + Math.max(forward, backward));
  }

  @Override
  public void forward(Step step) {
    Operand x = step.operand(0);
    Operand weight = step.operand(1);
    Operand bias = step.operand(2);
    Operand y = step.result();
    Sizes s = Sizes.of(x.shape(), weight.shape());
    float[] scratch = step.scratch();
    int transposed = s.secondScratch();
    int products = transposed + s.window() * s.outputRow();
    for (int agent = 0; agent < step.agents(); agent++) {
      if (agent == 0 || !weight.shared()) {
        Arrays.fill(scratch, transposed, products, 0);
        Products.transpose(
            weight.values(),
            weight.offset(agent),
            s.window(),
            s.outputs(),
            s.window(),
            scratch,
            transposed,
            s.outputRow());
      }
      for (int sample = 0; sample < s.samples(); sample++) {
        layOutWindows(x.values(), x.offset(agent) + sample * s.imageSize(), s, scratch);
        Kernels.active()
            .gemm(
                s.positions(),
                s.outputColumns(),
                s.window(),
                scratch,
                0,
                s.windowRow(),
                1,
                scratch,
                transposed,
                s.outputRow(),
                scratch,
                products,
                s.outputRow(),
                false);
        int to = y.offset(agent) + sample * s.positions() * s.outputs();
        for (int position = 0; position < s.positions(); position++) {
          addBias(
              scratch,
              products + position * s.outputRow(),
              bias.values(),
              bias.offset(agent),
              y.values(),
              to + position * s.outputs(),
              s.outputs());
        }
      }
    }
  }

  private static void addBias(
      float[] x, int xOffset, float[] bias, int biasOffset, float[] y, int yOffset, int length) {
    for (int i = 0; i < length; i++) {
      y[yOffset + i] = x[xOffset + i] + bias[biasOffset + i];
    }
  }

  @Override
  public void backward(Step step) {
    Operand x = step.operand(0);
    Operand weight = step.operand(1);
    Operand bias = step.operand(2);
    Operand y = step.result();
    for (int agent = 0; agent < step.agents(); agent++) {
      if (bias.needsGradient()) {
        Broadcast.sumLeading(
            y.gradient(agent),
            y.gradientOffset(agent),
            y.shape().size(),
            bias.gradient(agent),
            bias.gradientOffset(agent),
            bias.shape().size());
      }
      if (weight.needsGradient()) {
        weightGradient(step, agent);
      }
      if (x.needsGradient()) {
        dataGradient(step, agent);
      }
    }
  }

  /** dW = the sum over the samples, in their order, of (dy)^T times the sample's windows. */
  private static void weightGradient(Step step, int agent) {
    Operand x = step.operand(0);
    Operand weight = step.operand(1);
    Operand y = step.result();
    Sizes s = Sizes.of(x.shape(), weight.shape());
    float[] scratch = step.scratch();
    int sums = s.secondScratch();
    for (int sample = 0; sample < s.samples(); sample++) {
      layOutWindows(x.values(), x.offset(agent) + sample * s.imageSize(), s, scratch);
      Kernels.active()
          .gemm(
              s.outputs(),
              s.windowColumns(),
              s.positions(),
              y.gradient(agent),
              y.gradientOffset(agent) + sample * s.positions() * s.outputs(),
              1,
              s.outputs(),
              scratch,
              0,
              s.windowRow(),
              scratch,
              sums,
              s.windowRow(),
              sample > 0);
    }
    for (int output = 0; output < s.outputs(); output++) {
      System.arraycopy(
          scratch,
          sums + output * s.windowRow(),
          weight.gradient(agent),
          weight.gradientOffset(agent) + output * s.window(),
          s.window());
    }
  }

  /** dx = dy W, window by window, added back to the pixels they came from. */
  private static void dataGradient(Step step, int agent) {
    Operand x = step.operand(0);
    Operand weight = step.operand(1);
    Operand y = step.result();
    Sizes s = Sizes.of(x.shape(), weight.shape());
    float[] scratch = step.scratch();
    int padded = s.secondScratch();
    Products.spread(
        weight.values(),
        weight.offset(agent),
        s.outputs(),
        s.window(),
        scratch,
        padded,
        s.windowRow());
    for (int sample = 0; sample < s.samples(); sample++) {
      Kernels.active()
          .gemm(
              s.positions(),
              s.windowColumns(),
              s.outputs(),
              y.gradient(agent),
              y.gradientOffset(agent) + sample * s.positions() * s.outputs(),
              s.outputs(),
              1,
              scratch,
              padded,
              s.windowRow(),
              scratch,
              0,
              s.windowRow(),
              false);
      addBackWindows(
          scratch, s, x.gradient(agent), x.gradientOffset(agent) + sample * s.imageSize());
    }
  }

  /** Row p of the windows is what the window at position p sees; padding is zero. */
  private static void layOutWindows(float[] x, int xOffset, Sizes s, float[] windows) {
    int run = s.windowWidth() * s.channels();
    int to = 0;
    for (int row = 0; row < s.outHeight(); row++) {
      for (int column = 0; column < s.outWidth(); column++) {
        int from = xOffset + (row * s.width() + column) * s.channels();
        for (int i = 0; i < s.windowHeight(); i++) {
          copy(x, from + i * s.width() * s.channels(), windows, to + i * run, run);
        }
        Arrays.fill(windows, to + s.window(), to + s.windowColumns(), 0);
        to += s.windowRow();
      }
    }
  }

  private static void copy(float[] from, int fromOffset, float[] to, int toOffset, int length) {
    if (length >= 16) {
      System.arraycopy(from, fromOffset, to, toOffset, length);
    } else {
      for (int i = 0; i < length; i++) {
        to[toOffset + i] = from[fromOffset + i];
      }
    }
  }

  /** Each pixel adds up its windows' parts row by row of the window, then position by position. */
  private static void addBackWindows(float[] windows, Sizes s, float[] gx, int gxOffset) {
    Arrays.fill(gx, gxOffset, gxOffset + s.imageSize(), 0);
    int run = s.windowWidth() * s.channels();
    for (int i = 0; i < s.windowHeight(); i++) {
      for (int row = 0; row < s.outHeight(); row++) {
        for (int column = 0; column < s.outWidth(); column++) {
          int from = (row * s.outWidth() + column) * s.windowRow() + i * run;
          int to = gxOffset + ((row + i) * s.width() + column) * s.channels();
          addRun(windows, from, gx, to, run);
        }
      }
    }
  }

  private static void addRun(float[] from, int fromOffset, float[] to, int toOffset, int length) {
    for (int i = 0; i < length; i++) {
      to[toOffset + i] += from[fromOffset + i];
    }
  }
}
