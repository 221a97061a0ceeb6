package dev.varangian.core.statistics;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Means with 95 % confidence intervals by Student's t distribution: mean ± t(0.975, n - 1) s /
 * sqrt(n), where s is the sample standard deviation. Keeps the quantiles that it has computed, so
 * it is not for use by several threads.
 */
public final class MeanIntervals {
  private static final double UPPER_TAIL = 0.975;

  private final Map<Integer, Double> quantiles = new HashMap<>();

  /**
   * The mean and the range of some values.
   *
   * @param values finite, at least one
   * @throws IllegalArgumentException if there is none
   */
  public MeanAndRange of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    double min = StatUtils.min(values);
    double max = StatUtils.max(values);
    // Rounding must not put the mean of equal values outside of them.
    double mean = Math.max(min, Math.min(max, StatUtils.mean(values)));
    if (values.length < MeanAndRange.FEWEST_FOR_INTERVAL) {
      return new MeanAndRange(values.length, mean, min, max);
    }
    double standardError = Math.sqrt(StatUtils.variance(values, mean) / values.length);
    double margin = quantile(values.length - 1) * standardError;
    return new MeanAndRange(values.length, mean, mean - margin, mean + margin);
  }

  /** The 97.5 % quantile of Student's t distribution. */
  double quantile(int degreesOfFreedom) {
    return quantiles.computeIfAbsent(
        degreesOfFreedom,
        degrees -> new TDistribution(null, degrees).inverseCumulativeProbability(UPPER_TAIL));
  }
}
