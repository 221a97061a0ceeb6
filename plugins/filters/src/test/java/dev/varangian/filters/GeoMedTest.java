package dev.varangian.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoMedTest {

  private static Server.Filtered median(float[]... rows) {
    return Server.apply(new GeoMed(new Geometry(rows.length, 0, rows[0].length)), rows);
  }

  /** The result before it is rounded to float. */
  private static double[] exact(float[][] rows) {
    return Reference.combined(median(rows).shares(), rows);
  }

  @ParameterizedTest
  @EnumSource
  void the_pulls_of_all_vectors_cancel_at_the_result(Inputs inputs) {
    Inputs.forAllSizes(
        (n, d) -> {
          if (inputs == Inputs.MAGNITUDES && n > 10) {
            return; // beyond the accuracy of distances in double
          }
          float[][] rows = inputs.rows(n, d);
          double[][] points = PlainPoints.of(rows).rows();
          Server.Filtered filtered = median(rows);
          double[] result = Reference.combined(filtered.shares(), rows);
          Reference.assertRounded(filtered.output(), result, rows);
          assertThat(PlainGeometricMedian.excess(points, result, Reference.largest(rows)))
              .as("n=%d, d=%d", n, d)
              .isLessThan(1e-6);
        });
  }

  @Test
  void nearly_on_a_line_it_is_where_the_pulls_cancel() {
    float[] output =
        median(
                new float[] {-1, 0},
                new float[] {1, 0.1f},
                new float[] {3, -0.1f},
                new float[] {-2, 1f / 30})
            .output();
    assertThat(output[0]).isCloseTo(-0.913043f, offset(1e-5f));
    assertThat(output[1]).isCloseTo(0.0043478f, offset(1e-6f));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-1, 1e-2, 1e-3})
  void the_pulls_cancel_however_close_to_a_line_the_vectors_are(double width) {
    Random random = new Random(11);
    for (int trial = 0; trial < 2000; trial++) {
      float[][] rows = new float[3 + trial % 6][2];
      for (float[] row : rows) {
        row[0] = (float) random.nextGaussian();
        row[1] = (float) (width * random.nextGaussian());
      }
      double excess =
          PlainGeometricMedian.excess(
              PlainPoints.of(rows).rows(), exact(rows), Reference.largest(rows));
      assertThat(excess).as("trial %d", trial).isLessThan(1e-6);
    }
  }

  @ParameterizedTest
  @EnumSource
  void it_is_where_plain_steps_in_space_lead(Inputs inputs) {
    for (int n : new int[] {1, 2, 5, 10, 25}) {
      for (int d : new int[] {2, 7, 60}) {
        if (inputs == Inputs.MAGNITUDES && n > 10) {
          continue;
        }
        float[][] rows = inputs.rows(n, d);
        double[][] points = PlainPoints.of(rows).rows();
        double[] expected = PlainGeometricMedian.of(points);
        double[] result = exact(rows);
        assertThat(PlainGeometricMedian.sumOfDistances(points, result))
            .isLessThanOrEqualTo(
                PlainGeometricMedian.sumOfDistances(points, expected) * (1 + 1e-12));
        if (n != 2) { // of two, all between them are medians
          assertThat(PlainGeometricMedian.distance(result, expected))
              .as("n=%d, d=%d", n, d)
              .isLessThanOrEqualTo(
                  1e-6 * PlainGeometricMedian.middleDistance(points, expected)
                      + 1e-12 * Reference.largest(rows));
        }
      }
    }
  }

  @Test
  void of_two_vectors_and_of_an_even_number_on_a_line_it_is_the_middle() {
    assertThat(median(new float[] {0, 2}, new float[] {4, 0}).output()).containsExactly(2, 1);
    assertThat(median(new float[] {9}, new float[] {1}, new float[] {-7}, new float[] {2}).output())
        .containsExactly(1.5f);
    assertThat(
            median(
                    new float[] {3, 3},
                    new float[] {0, 0},
                    new float[] {100, 100},
                    new float[] {1, 1})
                .shares())
        .containsExactly(0.5, 0, 0, 0.5);
  }

  @Test
  void of_an_odd_number_on_a_line_it_is_the_middle_one() {
    assertThat(
            median(
                    new float[] {3, 6},
                    new float[] {-1e4f, -2e4f},
                    new float[] {1, 2},
                    new float[] {0, 0},
                    new float[] {7, 14})
                .shares())
        .containsExactly(0, 0, 1, 0, 0);
  }

  @Test
  void of_one_vector_and_of_equal_ones_it_is_that_vector() {
    assertThat(median(new float[] {3, -4}).output()).containsExactly(3, -4);
    float[] vector = {1e38f, Float.MIN_VALUE, 0.1f};
    Server.Filtered filtered = median(vector, vector, vector, vector, vector, vector);
    assertThat(filtered.output()).containsExactly(vector);
  }

  @Test
  void a_vector_in_the_middle_of_others_is_the_median_itself() {
    assertThat(
            median(
                    new float[] {1, 0},
                    new float[] {-1, 0},
                    new float[] {0.25f, 0.25f},
                    new float[] {0, 1},
                    new float[] {0, -1})
                .shares())
        .containsExactly(0, 0, 1, 0, 0);
  }

  @Test
  void more_than_half_at_one_place_are_the_median() {
    float[][] rows = Inputs.NORMAL.rows(9, 20);
    for (int i : new int[] {1, 3, 4, 8}) {
      rows[i] = rows[6].clone();
    }
    assertThat(median(rows).output()).containsExactly(rows[6]);
  }

  @ParameterizedTest
  @ValueSource(floats = {1e2f, 1e5f, 1e8f, 1e12f})
  void a_far_vector_pulls_like_any_other(float far) {
    float[][] rows = Inputs.NORMAL.rows(10, 50);
    for (int j = 0; j < 50; j++) {
      rows[4][j] *= far;
    }
    double[][] points = PlainPoints.of(rows).rows();
    double[] expected = PlainGeometricMedian.of(points);
    double[] result = exact(rows);
    assertThat(PlainGeometricMedian.distance(result, expected))
        .isLessThan(1e-6 * PlainGeometricMedian.distance(expected, new double[50]));
  }

  @ParameterizedTest
  @ValueSource(floats = {1e5f, 1e12f, 1e20f, 1e38f})
  void of_an_odd_number_on_a_line_it_is_the_middle_one_however_far_one_is(float far) {
    assertThat(median(new float[][] {{far}, {1}, {2}, {3}, {10}}).output()).containsExactly(3);
    assertThat(median(new float[][] {{1, 2}, {2, 4}, {-far, -2 * far}, {3, 6}, {9, 18}}).output())
        .containsExactly(2, 4);
  }

  /** The honest norms are at most 12; an estimate with breakdown point 1/2 stays near them. */
  @ParameterizedTest
  @ValueSource(floats = {1e12f, 1e16f, 1e22f, 1e38f})
  void however_far_a_minority_goes_the_result_stays_with_the_rest(float far) {
    Random random = new Random(5);
    for (int n : new int[] {3, 5, 10, 25}) {
      for (int f = 1; f < (n + 1) / 2; f++) {
        float[][] rows = Inputs.NORMAL.rows(n, 50);
        for (int i = 0; i < f; i++) {
          for (int j = 0; j < 50; j++) {
            rows[i * 2][j] = far * (random.nextFloat() - 0.5f);
          }
        }
        double norm = PlainGeometricMedian.distance(exact(rows), new double[50]);
        double largestHonest = 12;
        assertThat(norm)
            .as("n=%d, f=%d", n, f)
            .isLessThan(2.0 * (n - f) / (n - 2 * f) * largestHonest);
      }
    }
  }

  @Test
  void it_is_computable_always_and_proved_for_a_minority() {
    assertThat(new GeoMed(new Geometry(4, 3, 1)).hardBound()).isEqualTo(Condition.ALWAYS);
    assertThat(new GeoMed(new Geometry(3, 1, 1)).resilience().met()).isTrue();
    assertThat(new GeoMed(new Geometry(4, 2, 1)).resilience())
        .isEqualTo(new Condition("n > 2f", false));
  }
}
