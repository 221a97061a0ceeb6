package dev.varangian.filters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CwtmTest {

  @ParameterizedTest
  @EnumSource
  void it_averages_what_is_left_without_the_extremes(Inputs inputs) {
    Inputs.forAllSizes(
        (n, d) -> {
          float[][] rows = inputs.rows(n, d);
          Inputs.forSomeTolerances(
              n,
              f -> {
                if (n > 2 * f) {
                  check(rows, f);
                }
              });
        });
  }

  private static void check(float[][] rows, int f) {
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
      for (int place = f; place < n - f; place++) {
        expected[j] += sorted[place] / (n - 2 * f);
      }
      for (int i = 0; i < n; i++) {
        used[i] += sorted[f] <= rows[i][j] && rows[i][j] <= sorted[n - f - 1] ? 1 : 0;
      }
    }
    Server.Filtered filtered = Server.apply(new Cwtm(new Geometry(n, f, d)), rows);
    Reference.assertRounded(filtered.output(), expected, rows);
    Reference.assertShares(filtered.shares(), used);
  }

  @Test
  void it_needs_a_value_that_is_left() {
    assertThat(new Cwtm(new Geometry(7, 3, 1)).hardBound())
        .isEqualTo(new Condition("n > 2f", true));
    assertThat(new Cwtm(new Geometry(6, 3, 1)).hardBound())
        .isEqualTo(new Condition("n > 2f", false));
    assertThat(new Cwtm(new Geometry(7, 3, 1)).resilience().met()).isTrue();
    assertThat(new Cwtm(new Geometry(6, 3, 1)).resilience().met()).isFalse();
  }
}
