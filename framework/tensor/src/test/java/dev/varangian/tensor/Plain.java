package dev.varangian.tensor;

import dev.varangian.tensor.operation.Shape;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** The operations in double, each written as its definition reads. */
final class Plain {
  private Plain() {}

  static double[][] doubles(float[][] values) {
    double[][] doubles = new double[values.length][];
    for (int leaf = 0; leaf < values.length; leaf++) {
      float[] from = values[leaf];
      doubles[leaf] = IntStream.range(0, from.length).mapToDouble(i -> from[i]).toArray();
    }
    return doubles;
  }

  static double[] map(double[] x, DoubleUnaryOperator f) {
    return Arrays.stream(x).map(f).toArray();
  }

  static double[] add(double[] x, double[] y) {
    return IntStream.range(0, x.length).mapToDouble(i -> x[i] + y[i % y.length]).toArray();
  }

  static double[] multiply(double[] x, double[] y) {
    return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i % y.length]).toArray();
  }

  static double[] sum(double[] x) {
    return new double[] {Arrays.stream(x).sum()};
  }

  static double[] mean(double[] x) {
    return new double[] {Arrays.stream(x).sum() / x.length};
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  static double[] dense(double[] x, double[] weight, double[] bias, int inputs) {
    int outputs = bias.length;
    int samples = x.length / inputs;
    double[] y = new double[samples * outputs];
    for (int s = 0; s < samples; s++) {
      for (int o = 0; o < outputs; o++) {
        y[s * outputs + o] = bias[o];
        for (int i = 0; i < inputs; i++) {
          y[s * outputs + o] += x[s * inputs + i] * weight[i * outputs + o];
        }
      }
    }
    return y;
  }

  static double[] conv2d(double[] x, double[] weight, double[] bias, Shape images, Shape window) {
    int height = images.dimension(1);
    int width = images.dimension(2);
    int channels = images.dimension(3);
    int outputs = window.dimension(0);
    int windowHeight = window.dimension(1);
    int windowWidth = window.dimension(2);
    int outHeight = height - windowHeight + 1;
    int outWidth = width - windowWidth + 1;
    double[] y = new double[images.dimension(0) * outHeight * outWidth * outputs];
    for (int s = 0; s < images.dimension(0); s++) {
      for (int r = 0; r < outHeight; r++) {
        for (int q = 0; q < outWidth; q++) {
          for (int o = 0; o < outputs; o++) {
            double sum = bias[o];
            for (int i = 0; i < windowHeight; i++) {
              for (int j = 0; j < windowWidth; j++) {
                for (int c = 0; c < channels; c++) {
                  sum +=
                      x[((s * height + r + i) * width + q + j) * channels + c]
                          * weight[((o * windowHeight + i) * windowWidth + j) * channels + c];
                }
              }
            }
            y[((s * outHeight + r) * outWidth + q) * outputs + o] = sum;
          }
        }
      }
    }
    return y;
  }

  static double[] maxPool2d(double[] x, Shape images, int size) {
    int height = images.dimension(1);
    int width = images.dimension(2);
    int channels = images.dimension(3);
    int outHeight = height / size;
    int outWidth = width / size;
    double[] y = new double[images.dimension(0) * outHeight * outWidth * channels];
    for (int s = 0; s < images.dimension(0); s++) {
      for (int r = 0; r < outHeight; r++) {
        for (int q = 0; q < outWidth; q++) {
          for (int c = 0; c < channels; c++) {
            double greatest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < size; i++) {
              for (int j = 0; j < size; j++) {
                int at = ((s * height + r * size + i) * width + q * size + j) * channels + c;
                greatest = Math.max(greatest, x[at]);
              }
            }
            y[((s * outHeight + r) * outWidth + q) * channels + c] = greatest;
          }
        }
      }
    }
    return y;
  }

  static double[] softmaxCrossEntropy(double[] scores, double[] labels) {
    int classes = scores.length / labels.length;
    double loss = 0;
    for (int s = 0; s < labels.length; s++) {
      double sum = 0;
      for (int i = 0; i < classes; i++) {
        sum += Math.exp(scores[s * classes + i]);
      }
      loss -= Math.log(Math.exp(scores[s * classes + (int) labels[s]]) / sum);
    }
    return new double[] {loss / labels.length};
  }

  static double[] meanSquaredError(double[] x, double[] targets) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - targets[i]) * (x[i] - targets[i]);
    }
    return new double[] {sum / x.length};
  }
}
