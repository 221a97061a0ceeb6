package dev.varangian.filters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MedianTest {

  @ParameterizedTest
  @EnumSource
  void it_is_the_plain_median_of_every_coordinate(Inputs inputs) {
    Inputs.forAllSizes(
        (n, d) -> {
          for (Median.Even even : Median.Even.values()) {
            check(inputs.rows(n, d), even);
          }
        });
  }

  private static void check(float[][] rows, Median.Even even) {
    int n = rows.length;
    int d = rows[0].length;
    double[] expected = new double[d];
    double[] used = new double[n];
    for (int j = 0; j < d; j++) {
      double[] sorted = new double[n];
      for (int i = 0; i < n; i++) {
        sorted[i] = rows[i][j] + 0.0; // one zero
      }
      Arrays.sort(sorted);
      double lower = sorted[(n - 1) / 2];
      double upper = even == Median.Even.MEAN ? sorted[n / 2] : lower;
      expected[j] = (lower + upper) / 2;
      for (int i = 0; i < n; i++) {
        used[i] += lower <= rows[i][j] && rows[i][j] <= upper ? 1 : 0;
      }
    }
    Server.Filtered filtered = Server.apply(median(n, 0, d, even), rows);
    Reference.assertRounded(filtered.output(), expected, rows);
    Reference.assertShares(filtered.shares(), used);
    if (n % 2 == 1 || even == Median.Even.LOWER) {
      for (int j = 0; j < d; j++) {
        assertThat(filtered.output()[j]).isEqualTo((float) expected[j]);
      }
    }
  }

  private static Median median(int n, int f, int d, Median.Even even) {
    return new Median(new Geometry(n, f, d), new Median.Parameters(even));
  }

  @Test
  void it_is_computable_always_and_proved_for_a_minority() {
    assertThat(median(4, 3, 1, Median.Even.MEAN).hardBound()).isEqualTo(Condition.ALWAYS);
    assertThat(median(3, 1, 1, Median.Even.MEAN).resilience().met()).isTrue();
    assertThat(median(4, 2, 1, Median.Even.MEAN).resilience())
        .isEqualTo(new Condition("n > 2f", false));
  }
}
