package dev.varangian.spi.run;

import java.util.regex.Pattern;

/** The form of the names of metrics. */
final class MetricName {
  private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

  private MetricName() {}

  /**
   * Checks a name.
   *
   * @throws IllegalArgumentException if it is not in snake_case
   */
  static void check(String name) {
    if (!SNAKE_CASE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the metric \"" + name + "\": expected a name in snake_case");
    }
  }
}
