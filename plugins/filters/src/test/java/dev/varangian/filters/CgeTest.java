package dev.varangian.filters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CgeTest {

  @ParameterizedTest
  @EnumSource
  void it_averages_or_adds_the_vectors_of_smallest_norm(Inputs inputs) {
    Inputs.forAllSizes(
        (n, d) -> {
          float[][] rows = inputs.rows(n, d);
          Inputs.forAllTolerances(
              n,
              f -> {
                for (Cge.Normalise normalise : Cge.Normalise.values()) {
                  check(rows, f, normalise);
                }
              });
        });
  }

  private static void check(float[][] rows, int f, Cge.Normalise normalise) {
    int n = rows.length;
    double[] weights = keepSmallest(rows, n - f);
    double factor = normalise == Cge.Normalise.SUM ? 1 : 1.0 / (n - f);
    for (int i = 0; i < n; i++) {
      weights[i] *= factor;
    }
    Server.Filtered filtered = Server.apply(cge(n, f, rows[0].length, normalise), rows);
    Reference.assertShares(filtered.shares(), weights);
    Reference.assertRounded(filtered.output(), Reference.combined(weights, rows), rows);
  }

  private static Cge cge(int n, int f, int d, Cge.Normalise normalise) {
    return new Cge(new Geometry(n, f, d), new Cge.Parameters(normalise));
  }

  /**
   * 1 for the vectors of smallest norm, one after the other; of equal ones the lower index first.
   */
  private static double[] keepSmallest(float[][] rows, int count) {
    double[] kept = new double[rows.length];
    double[] norms = Arrays.stream(rows).mapToDouble(Server::squaredNorm).toArray();
    for (int k = 0; k < count; k++) {
      int smallest = -1;
      for (int i = 0; i < rows.length; i++) {
        if (kept[i] == 0 && (smallest < 0 || norms[i] < norms[smallest])) {
          smallest = i;
        }
      }
      kept[smallest] = 1;
    }
    return kept;
  }

  @Test
  void of_equal_norms_the_lower_agents_stay() {
    float[][] rows = {{2, 0}, {0, -1}, {1, 0}, {0, 1}, {-1, 0}};
    assertThat(Server.apply(cge(5, 3, 2, Cge.Normalise.MEAN), rows).shares())
        .containsExactly(0, 0.5, 0.5, 0, 0);
  }

  @Test
  void it_needs_an_agent_to_keep_and_is_proved_for_less_than_a_third() {
    assertThat(cge(4, 3, 1, Cge.Normalise.MEAN).hardBound().met()).isTrue();
    assertThat(cge(4, 4, 1, Cge.Normalise.MEAN).hardBound())
        .isEqualTo(new Condition("n > f", false));
    assertThat(cge(4, 1, 1, Cge.Normalise.MEAN).resilience().met()).isTrue();
    assertThat(cge(3, 1, 1, Cge.Normalise.MEAN).resilience())
        .isEqualTo(new Condition("n > 3f", false));
  }
}
