package dev.varangian.core.statistics;

/**
 * The mean of a result over runs that differ only in their seed, and a range around it: the 95 %
 * confidence interval of the mean if there are at least {@link #FEWEST_FOR_INTERVAL} values, else
 * the minimum and the maximum.
 *
 * @param count the number of values, at least 1
 * @param low the lower end of the range, at most {@code mean}
 * @param high the upper end of the range, at least {@code mean}
 */
public record MeanAndRange(int count, double mean, double low, double high) {
  /** The fewest values with an interval: that of two would be 12.7 standard errors wide. */
  public static final int FEWEST_FOR_INTERVAL = 3;

  /** Whether the range is a confidence interval. */
  public boolean isConfidenceInterval() {
    return count >= FEWEST_FOR_INTERVAL;
  }

  /**
   * What the ranges of a table are, for its caption.
   *
   * @param fewest the smallest number of seeds of a row
   * @param most the largest
   */
  public static String rangeCaption(int fewest, int most) {
    String interval = "95 % confidence interval of the mean (Student's t)";
    String extremes = "minimum to maximum";
    if (fewest >= FEWEST_FOR_INTERVAL) {
      return interval;
    }
    return most < FEWEST_FOR_INTERVAL
        ? extremes
        : interval + " for three or more seeds, else " + extremes;
  }
}
