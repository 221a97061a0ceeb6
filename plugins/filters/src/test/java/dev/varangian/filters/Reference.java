package dev.varangian.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Compares with what a plain double computation gives. */
final class Reference {
  private Reference() {}

  /** The sum of the rows times their weights. */
  static double[] combined(double[] weights, float[][] rows) {
    double[] sums = new double[rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += weights[i] * rows[i][j];
      }
    }
    return sums;
  }

  /** Right but for the rounding to float, and infinite where a float ends. */
  static void assertRounded(float[] output, double[] expected, float[][] rows) {
    double largest = largest(rows);
    for (int j = 0; j < expected.length; j++) {
      if (Math.abs(expected[j]) > 1.000001 * Float.MAX_VALUE) {
        assertThat(output[j]).isEqualTo((float) expected[j]);
      } else {
        double tolerance =
            Float.MIN_VALUE + 1e-7 * Math.abs(expected[j]) + 1e-13 * rows.length * largest;
        if (Math.abs(output[j] - expected[j]) > tolerance) {
          assertThat((double) output[j])
              .as("coordinate %d", j)
              .isCloseTo(expected[j], within(tolerance));
        }
      }
    }
  }

  /** The largest absolute value. */
  static double largest(float[][] rows) {
    double largest = 0;
    for (float[] row : rows) {
      for (float value : row) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }

  static void assertShares(double[] shares, double[] weights) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      total += shares[i];
    }
    assertThat(total).isCloseTo(1, within(1e-13));
    assertThat(shares).hasSameSizeAs(weights);
    for (int i = 0; i < weights.length; i++) {
      assertThat(shares[i]).as("row %d", i).isCloseTo(weights[i] / sum, within(1e-13));
    }
  }
}
