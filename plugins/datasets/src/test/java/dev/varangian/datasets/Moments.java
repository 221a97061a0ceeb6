package dev.varangian.datasets;

import dev.varangian.spi.data.Samples;

/** Mean and standard deviation over all numbers of all inputs. */
public record Moments(double mean, double standardDeviation) {

  public static Moments of(Samples samples, int inputSize) {
    float[] input = new float[inputSize];
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < samples.size(); i++) {
      samples.readInput(i, input, 0);
      for (float number : input) {
        sum += number;
        squares += number * (double) number;
      }
    }
    double count = inputSize * (double) samples.size();
    double mean = sum / count;
    return new Moments(mean, Math.sqrt(squares / count - mean * mean));
  }
}
