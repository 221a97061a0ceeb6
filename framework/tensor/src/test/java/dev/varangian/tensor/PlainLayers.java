package dev.varangian.tensor;

import dev.varangian.tensor.operation.Shape;
import java.util.function.IntPredicate;

/** More operations in double, each written as its definition reads. */
final class PlainLayers {
  private static final double EPSILON = 1e-5;

  private PlainLayers() {}

  /** Products of {@code count} matrices rows x inner with as many, or with the same one. */
  static double[] matmul(double[] x, double[] w, int count, int rows, int inner, int columns) {
    double[] y = new double[count * rows * columns];
    for (int m = 0; m < count; m++) {
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          for (int k = 0; k < inner; k++) {
            int ofW = (m * inner * columns + k * columns + j) % w.length;
            y[(m * rows + i) * columns + j] += x[(m * rows + i) * inner + k] * w[ofW];
          }
        }
      }
    }
    return y;
  }

  /** The images with {@code padding} zeros on each side. */
  static double[] pad(double[] x, Shape images, int padding) {
    int height = images.dimension(1);
    int width = images.dimension(2);
    int channels = images.dimension(3);
    int row = width + 2 * padding;
    double[] y = new double[images.dimension(0) * (height + 2 * padding) * row * channels];
    for (int s = 0; s < images.dimension(0); s++) {
      for (int r = 0; r < height; r++) {
        for (int q = 0; q < width; q++) {
          for (int c = 0; c < channels; c++) {
            y[((s * (height + 2 * padding) + r + padding) * row + q + padding) * channels + c] =
                x[((s * height + r) * width + q) * channels + c];
          }
        }
      }
    }
    return y;
  }

  /** Every stride-th row and column of the images, beginning with the first. */
  static double[] every(double[] x, Shape images, int stride) {
    int height = images.dimension(1);
    int width = images.dimension(2);
    int channels = images.dimension(3);
    int rows = (height - 1) / stride + 1;
    int columns = (width - 1) / stride + 1;
    double[] y = new double[images.dimension(0) * rows * columns * channels];
    for (int s = 0; s < images.dimension(0); s++) {
      for (int r = 0; r < rows; r++) {
        for (int q = 0; q < columns; q++) {
          for (int c = 0; c < channels; c++) {
            y[((s * rows + r) * columns + q) * channels + c] =
                x[((s * height + r * stride) * width + q * stride) * channels + c];
          }
        }
      }
    }
    return y;
  }

  static double[] averagePool2d(double[] x, Shape images, int height, int width) {
    int channels = images.dimension(3);
    int rows = images.dimension(1) / height;
    int columns = images.dimension(2) / width;
    double[] y = new double[images.dimension(0) * rows * columns * channels];
    for (int s = 0; s < images.dimension(0); s++) {
      for (int r = 0; r < rows * height; r++) {
        for (int q = 0; q < columns * width; q++) {
          for (int c = 0; c < channels; c++) {
            y[((s * rows + r / height) * columns + q / width) * channels + c] +=
                x[((s * images.dimension(1) + r) * images.dimension(2) + q) * channels + c]
                    / (height * width);
          }
        }
      }
    }
    return y;
  }

  /** Entries of {@code xEntry} and of {@code yEntry} values in turns. */
  static double[] concat(double[] x, double[] y, int xEntry, int yEntry) {
    double[] z = new double[x.length + y.length];
    int entry = xEntry + yEntry;
    for (int i = 0; i < z.length; i++) {
      int at = i % entry;
      z[i] = at < xEntry ? x[i / entry * xEntry + at] : y[i / entry * yEntry + at - xEntry];
    }
    return z;
  }

  static double[] softmax(double[] x, int length) {
    double[] y = new double[x.length];
    for (int row = 0; row < x.length; row += length) {
      double sum = 0;
      for (int i = 0; i < length; i++) {
        sum += Math.exp(x[row + i]);
      }
      for (int i = 0; i < length; i++) {
        y[row + i] = Math.exp(x[row + i]) / sum;
      }
    }
    return y;
  }

  /** The normal distribution function by Simpson's rule. */
  static double gelu(double x) {
    int steps = 400;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double factor = i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4;
      double at = x * i / steps;
      sum += factor * Math.exp(-at * at / 2);
    }
    return x * (0.5 + sum * x / steps / 3 / Math.sqrt(2 * Math.PI));
  }

  static double[] layerNorm(double[] x, double[] scale, double[] shift) {
    double[] y = new double[x.length];
    int length = scale.length;
    for (int entry = 0; entry < x.length; entry += length) {
      int from = entry;
      double[] moments = moments(x, i -> i / length == from / length);
      for (int i = 0; i < length; i++) {
        y[entry + i] = (x[entry + i] - moments[0]) / moments[1] * scale[i] + shift[i];
      }
    }
    return y;
  }

  static double[] batchNorm(double[] x, double[] scale, double[] shift) {
    int channels = scale.length;
    double[] statistics = new double[2 * channels];
    for (int c = 0; c < channels; c++) {
      int channel = c;
      double[] moments = moments(x, i -> i % channels == channel);
      statistics[c] = moments[0];
      statistics[channels + c] = moments[1] * moments[1] - EPSILON;
    }
    return batchNorm(x, scale, shift, statistics);
  }

  /** With given means and, behind them, variances. */
  static double[] batchNorm(double[] x, double[] scale, double[] shift, double[] statistics) {
    int channels = scale.length;
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int c = i % channels;
      double deviation = Math.sqrt(statistics[channels + c] + EPSILON);
      y[i] = (x[i] - statistics[c]) / deviation * scale[c] + shift[c];
    }
    return y;
  }

  /** The mean of some values, and the root of their variance + 1e-5. */
  private static double[] moments(double[] x, IntPredicate which) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      if (which.test(i)) {
        sum += x[i];
        squares += x[i] * x[i];
        count++;
      }
    }
    double mean = sum / count;
    return new double[] {mean, Math.sqrt(squares / count - mean * mean + EPSILON)};
  }
}
