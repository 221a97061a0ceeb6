package dev.varangian.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.context.Geometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomTest {

  private static Mom mom(int n, int f, int d, int groups) {
    return new Mom(new Geometry(n, f, d), new Mom.Parameters(groups));
  }

  private static double[][] means(float[][] rows, int groups) {
    int size = rows.length / groups;
    double[][] means = new double[groups][rows[0].length];
    for (int group = 0; group < groups; group++) {
      for (int j = 0; j < rows[0].length; j++) {
        for (int i = group * size; i < (group + 1) * size; i++) {
          means[group][j] += rows[i][j] / (double) size;
        }
      }
    }
    return means;
  }

  @ParameterizedTest
  @EnumSource
  void it_is_the_geometric_median_of_the_groups_means(Inputs inputs) {
    Inputs.forAllSizes(
        (n, d) -> {
          for (int groups = 1; groups <= n; groups++) {
            boolean tooDifferent = inputs == Inputs.MAGNITUDES && n > 10;
            if (n % groups == 0 && !tooDifferent) {
              check(inputs.rows(n, d), groups);
            }
          }
        });
  }

  private static void check(float[][] rows, int groups) {
    int n = rows.length;
    int d = rows[0].length;
    Server.Filtered filtered = Server.apply(mom(n, 0, d, groups), rows);
    double[] result = Reference.combined(filtered.shares(), rows);
    Reference.assertRounded(filtered.output(), result, rows);
    double[][] means = means(rows, groups);
    assertThat(PlainGeometricMedian.excess(means, result, Reference.largest(rows)))
        .as("n=%d, d=%d, groups=%d", n, d, groups)
        .isLessThan(1e-5);
  }

  @ParameterizedTest
  @ValueSource(floats = {1e4f, 1e8f, 1e20f, 1e30f, 1e38f})
  void two_far_and_opposite_vectors_in_one_group_do_not_spoil_the_result(float far) {
    float[][] rows = Inputs.NORMAL.rows(10, 5);
    for (int j = 0; j < 5; j++) {
      rows[0][j] = far;
      rows[1][j] = -Math.nextUp(far);
    }
    for (float value : Server.apply(mom(10, 2, 5, 5), rows).output()) {
      assertThat(value).isBetween(-5f, 5f);
    }
  }

  @Test
  void the_agents_of_a_group_follow_each_other_and_have_equal_weights() {
    float[][] rows = {{0}, {2}, {10}, {30}, {-4}, {-6}};
    Server.Filtered filtered = Server.apply(mom(6, 1, 1, 3), rows);
    assertThat(filtered.output()).containsExactly(1);
    assertThat(filtered.shares()).containsExactly(0.5, 0.5, 0, 0, 0, 0);
  }

  @ParameterizedTest
  @CsvSource({"10, 0, 1", "10, 1, 5", "10, 2, 5", "10, 3, 10", "10, 5, 10", "9, 1, 3", "7, 1, 7"})
  void unless_groups_are_given_there_are_as_few_as_outvote_f(int n, int f, int groups) {
    float[][] rows = Inputs.NORMAL.rows(n, 7);
    assertThat(Server.apply(mom(n, f, 7, 0), rows).output())
        .containsExactly(Server.apply(mom(n, f, 7, groups), rows).output());
    assertThat(mom(n, f, 7, 0).resilience().met()).isEqualTo(groups > 2 * f);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10 | 3 | 3 does not divide n = 10: expected one of 1, 2, 5, 10",
        "10 | 20 | 20 does not divide n = 10: expected one of 1, 2, 5, 10",
        "7 | 2 | 2 does not divide n = 7: expected one of 1, 7",
        "1 | 2 | 2 does not divide n = 1: expected one of 1",
      })
  void groups_of_unequal_size_are_refused_with_the_divisors(int n, int groups, String message) {
    assertThatThrownBy(() -> mom(n, 0, 1, groups))
        .isInstanceOfSatisfying(
            ConfigurationException.class, e -> assertThat(e.parameter()).isEqualTo("groups"))
        .hasMessage(message);
  }

  @Test
  void the_proof_needs_more_groups_than_two_f() {
    assertThat(mom(10, 2, 1, 5).hardBound()).isEqualTo(Condition.ALWAYS);
    assertThat(mom(10, 2, 1, 5).resilience()).isEqualTo(new Condition("groups > 2f", true));
    assertThat(mom(10, 2, 1, 2).resilience()).isEqualTo(new Condition("groups > 2f", false));
    assertThat(mom(10, 1, 1, 2).resilience()).isEqualTo(new Condition("groups > 2f", false));
  }

  @Test
  void however_far_a_minority_of_the_groups_goes_the_result_stays_with_the_rest() {
    for (float far : new float[] {1e5f, 1e12f, 1e22f, 1e38f}) {
      float[][] rows = Inputs.NORMAL.rows(10, 50);
      for (int i : new int[] {1, 4}) {
        for (int j = 0; j < 50; j++) {
          rows[i][j] *= far / 10;
        }
      }
      double[] result = Reference.combined(Server.apply(mom(10, 2, 50, 5), rows).shares(), rows);
      assertThat(PlainGeometricMedian.distance(result, new double[50]))
          .as("far=%s", far)
          .isLessThan(20);
    }
  }
}
