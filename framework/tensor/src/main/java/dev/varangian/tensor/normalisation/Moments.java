package dev.varangian.tensor.normalisation;

import java.util.Arrays;

/** Means and variances of channels. */
public final class Moments {
  private Moments() {}

  /**
   * Computes the mean of each channel, and the sum of the squared differences from it. Sums are
   * added in double, in the order of the values.
   *
   * @param x from {@code from} on {@code size} values, the channels innermost
   * @param means takes the mean of each channel, from {@code to} on
   * @param squares takes the sum of squared differences of each channel, from {@code to} on
   */
  public static void measure(
      float[] x, int from, int size, int channels, double[] means, double[] squares, int to) {
    Arrays.fill(means, to, to + channels, 0);
    Arrays.fill(squares, to, to + channels, 0);
    for (int start = from; start < from + size; start += channels) {
      for (int c = 0; c < channels; c++) {
        means[to + c] += x[start + c];
      }
    }
    for (int c = 0; c < channels; c++) {
      means[to + c] /= (double) size / channels;
    }
    for (int start = from; start < from + size; start += channels) {
      for (int c = 0; c < channels; c++) {
        double difference = x[start + c] - means[to + c];
        squares[to + c] += difference * difference;
      }
    }
  }
}
