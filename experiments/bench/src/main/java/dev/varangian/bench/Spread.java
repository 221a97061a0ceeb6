package dev.varangian.bench;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * What repeated measurements of one figure gave. A wide spread tells of a machine that did other
 * work too.
 *
 * @param minimum the least
 * @param median the middle one, or the mean of the middle two
 * @param maximum the greatest
 */
public record Spread(double minimum, double median, double maximum) {

  /**
   * The spread of some measurements.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Spread of(double... measured) {
    if (measured.length == 0) {
      throw new IllegalArgumentException("no measurements");
    }
    double[] sorted = measured.clone();
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    double median = (sorted[last / 2] + sorted[last - last / 2]) / 2;
    return new Spread(sorted[0], median, sorted[last]);
  }

  /** The spread of a quantity that falls as this one rises, as a rate does with the time. */
  public Spread falling(DoubleUnaryOperator quantity) {
    return new Spread(
        quantity.applyAsDouble(maximum),
        quantity.applyAsDouble(median),
        quantity.applyAsDouble(minimum));
  }
}
