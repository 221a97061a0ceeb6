package dev.varangian.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.filters.KrumScore.Distance;
import dev.varangian.filters.KrumScore.Neighbours;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.context.Geometry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both {@code krum} and {@code multi-krum}. */
class KrumTest {
  private static Krum krum(int n, int f, int d, Neighbours neighbours, Distance distance) {
    return new Krum(new Geometry(n, f, d), new Krum.Parameters(neighbours, distance));
  }

  private static MultiKrum multiKrum(
      int n, int f, int d, String m, Neighbours neighbours, Distance distance) {
    return new MultiKrum(new Geometry(n, f, d), new MultiKrum.Parameters(m, neighbours, distance));
  }

  private static MultiKrum multiKrum(int n, int f, String m) {
    return multiKrum(n, f, 1, m, Neighbours.N_F_2, Distance.SQUARED);
  }

  @ParameterizedTest
  @EnumSource
  void the_vectors_of_smallest_score_are_averaged(Inputs inputs) {
    Inputs.forAllSizes(
        (n, d) -> {
          float[][] rows = inputs.rows(n, d);
          PlainKrum plain = new PlainKrum(rows, Distance.SQUARED);
          Inputs.forSomeTolerances(
              n, f -> check(rows, f, plain, Neighbours.N_F_2, Distance.SQUARED));
        });
  }

  @ParameterizedTest
  @EnumSource
  void variants_average_the_vectors_of_smallest_score_as_they_count_it(Inputs inputs) {
    for (int n : new int[] {1, 2, 5, 10, 25}) {
      float[][] rows = inputs.rows(n, 7);
      for (Distance distance : Distance.values()) {
        PlainKrum plain = new PlainKrum(rows, distance);
        for (Neighbours neighbours : Neighbours.values()) {
          Inputs.forSomeTolerances(n, f -> check(rows, f, plain, neighbours, distance));
        }
      }
    }
  }

  private static void check(
      float[][] rows, int f, PlainKrum plain, Neighbours neighbours, Distance distance) {
    int n = rows.length;
    int d = rows[0].length;
    Krum krum = krum(n, f, d, neighbours, distance);
    if (!krum.hardBound().met()) {
      return;
    }
    double[] scores = plain.scores(count(neighbours, n, f));
    checkSelection(Server.apply(krum, rows), scores, 1, rows);
    MultiKrum all = multiKrum(n, f, d, "n-f", neighbours, distance);
    checkSelection(Server.apply(all, rows), scores, n - f, rows);
    if (n - f >= 2) {
      MultiKrum two = multiKrum(n, f, d, "2", neighbours, distance);
      checkSelection(Server.apply(two, rows), scores, 2, rows);
    }
  }

  private static int count(Neighbours neighbours, int n, int f) {
    return switch (neighbours) {
      case N_F_2 -> n - f - 2;
      case N_F_1 -> n - f - 1;
      case AT_LEAST_1 -> n - f - 2 < 1 ? 1 : n - f - 2;
    };
  }

  private static void checkSelection(
      Server.Filtered filtered, double[] scores, int m, float[][] rows) {
    boolean[] chosen = new boolean[rows.length];
    double[] weights = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = filtered.shares()[i] > 0;
      weights[i] = chosen[i] ? 1.0 / m : 0;
    }
    assertThat(PlainKrum.isSelection(chosen, scores, m)).isTrue();
    Reference.assertShares(filtered.shares(), weights);
    Reference.assertRounded(filtered.output(), Reference.combined(weights, rows), rows);
  }

  /** Where all sums are exact, equal scores are equal to the last bit. */
  @ParameterizedTest
  @EnumSource(names = {"TIES", "DUPLICATES", "EQUAL_NORMS", "ZEROS"})
  void of_equal_scores_the_lower_agents_are_chosen(Inputs inputs) {
    for (int n : new int[] {5, 10, 25}) {
      float[][] rows = inputs.rows(n, 7);
      for (Distance distance : Distance.values()) {
        double[] scores = new PlainKrum(rows, distance).scores(n - 1 - 2);
        for (int m = 1; m < n; m++) {
          boolean[] chosen = new boolean[n];
          double[] shares =
              Server.apply(multiKrum(n, 1, 7, "" + m, Neighbours.N_F_2, distance), rows).shares();
          for (int i = 0; i < n; i++) {
            chosen[i] = shares[i] > 0;
          }
          assertThat(PlainKrum.prefersLower(chosen, scores)).as("n=%d, m=%d", n, m).isTrue();
        }
      }
    }
  }

  @Test
  void each_way_of_scoring_has_its_own_bound() {
    Map<String, Integer> smallest = Map.of("n-f-2", 6, "n-f-1", 5, "max(1,n-f-2)", 2);
    Map<String, String> texts =
        Map.of("n-f-2", "n >= f+3", "n-f-1", "n >= f+2", "max(1,n-f-2)", "n >= 2");
    for (Neighbours neighbours : Neighbours.values()) {
      int f = neighbours == Neighbours.AT_LEAST_1 ? 0 : 3;
      int n = smallest.get(neighbours.toString());
      String text = texts.get(neighbours.toString());
      for (Distance distance : Distance.values()) {
        assertThat(krum(n, f, 1, neighbours, distance).hardBound())
            .isEqualTo(new Condition(text, true));
        assertThat(krum(n - 1, f, 1, neighbours, distance).hardBound())
            .isEqualTo(new Condition(text, false));
        assertThat(multiKrum(n, f, 1, "n-f", neighbours, distance).hardBound())
            .isEqualTo(new Condition("m <= n-f (m = " + (n - f) + ")", true));
        assertThat(multiKrum(n - 1, f, 1, "n-f", neighbours, distance).hardBound())
            .isEqualTo(new Condition(text, false));
      }
    }
  }

  @Test
  void the_proof_needs_two_f_and_three() {
    Condition met = new Condition("n >= 2f+3", true);
    Condition failed = new Condition("n >= 2f+3", false);
    Distance squared = Distance.SQUARED;
    assertThat(krum(9, 3, 1, Neighbours.N_F_2, squared).resilience()).isEqualTo(met);
    assertThat(krum(8, 3, 1, Neighbours.N_F_2, squared).resilience()).isEqualTo(failed);
    assertThat(multiKrum(9, 3, "n-f").resilience()).isEqualTo(met);
    assertThat(multiKrum(8, 3, "n-f").resilience()).isEqualTo(failed);
  }

  @Test
  void more_vectors_than_n_minus_f_are_too_many() {
    assertThat(multiKrum(10, 3, "7").hardBound().met()).isTrue();
    assertThat(multiKrum(10, 3, "8").hardBound())
        .isEqualTo(new Condition("m <= n-f (m = 8)", false));
    assertThat(multiKrum(10, 3, "999999999").hardBound().met()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "1.5", "two", "n", "n-f-1", "01", " 1", "9999999999"})
  void what_is_no_number_of_vectors_is_refused(String m) {
    assertThatThrownBy(() -> multiKrum(10, 3, m))
        .isInstanceOfSatisfying(
            ConfigurationException.class, e -> assertThat(e.parameter()).isEqualTo("m"))
        .hasMessage("expected a whole number of at least 1, or n-f, not \"" + m + '"');
  }
}
