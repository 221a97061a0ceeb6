package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.varangian.core.simulation.FilterStage;
import dev.varangian.core.simulation.Workers;
import dev.varangian.spi.Geometry;
import dev.varangian.spi.GradientFilter;
import dev.varangian.spi.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every filter in the catalogue, with its default parameters. */
class EveryFilterTest {
  private static final int[] DIMENSIONS = {1, 2, 15, 16, 17, 4097};

  /** Filters for which it matters which agent is which, and why. */
  private static final Map<String, String> ORDER_MATTERS =
      Map.of("mom", "its groups are of successive agents");

  static List<String> filters() {
    return Defaults.names(Kind.FILTER);
  }

  private static GradientFilter make(String name, int n, int f, int d) {
    return Defaults.make(Kind.FILTER, GradientFilter.class, name, new Geometry(n, f, d));
  }

  private record Filtered(float[] output, double[] shares) {}

  /** A fresh filter of n vectors, their own length long. */
  private static Filtered apply(String name, int f, float[][] rows, int threads) {
    int n = rows.length;
    int d = rows[0].length;
    try (Workers workers = new Workers(threads)) {
      float[] out = new float[d];
      Arrays.fill(out, Float.NaN);
      double[] shares =
          new FilterStage(make(name, n, f, d), workers, n, d).apply(rows, null, out, true);
      return new Filtered(out, shares);
    }
  }

  /** The greatest tolerance up to a third with which n vectors can be filtered. */
  private static int tolerance(String name, int n) {
    for (int f = (n - 1) / 3; f > 0; f--) {
      if (make(name, n, f, 1).hardBound().met()) {
        return f;
      }
    }
    return 0;
  }

  /** Vectors of different norms, in no order. */
  private static float[][] rows(int n, int d, float scale) {
    Random random = new Random(100L * n + d);
    float[][] rows = new float[n][d];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        rows[i][j] = (float) (scale * (1 + i * 7 % n) * random.nextGaussian());
      }
    }
    return rows;
  }

  private static float[][] copy(float[][] rows) {
    return Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
  }

  private static void assertSound(Filtered filtered, int n) {
    for (float value : filtered.output()) {
      assertThat(value).isFinite();
    }
    if (filtered.shares() != null) {
      assertThat(filtered.shares()).hasSize(n);
      assertThat(Arrays.stream(filtered.shares()).sum()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void the_catalogue_holds_filters() {
    assertThat(filters())
        .contains("cge", "cwtm", "geomed", "krum", "mean", "median", "mom", "multi-krum");
  }

  @ParameterizedTest
  @MethodSource("filters")
  void vectors_in_another_order_have_the_same_result_and_their_weights_move_along(String name) {
    assumeThat(ORDER_MATTERS).as(name + ": " + ORDER_MATTERS.get(name)).doesNotContainKey(name);
    for (int n : new int[] {2, 9, 10}) {
      int f = tolerance(name, n);
      if (!make(name, n, f, 1).hardBound().met()) {
        continue;
      }
      for (int d : new int[] {1, 17, 4097}) {
        float[][] rows = rows(n, d, 1);
        List<Integer> order =
            IntStream.range(0, n).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(order, new Random(n));
        float[][] shuffled = order.stream().map(i -> rows[i]).toArray(float[][]::new);
        Filtered straight = apply(name, f, rows, 1);
        Filtered permuted = apply(name, f, shuffled, 1);
        for (int j = 0; j < d; j++) {
          double expected = straight.output()[j];
          assertThat((double) permuted.output()[j])
              .isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
        }
        if (straight.shares() != null) {
          for (int i = 0; i < n; i++) {
            assertThat(permuted.shares()[i])
                .isCloseTo(straight.shares()[order.get(i)], within(1e-9));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("filters")
  void every_size_that_its_bound_allows_can_be_filtered_and_others_are_refused(String name) {
    int allowed = 0;
    for (int n = 1; n <= 12; n++) {
      for (int f = 0; f < n; f++) {
        GradientFilter filter = make(name, n, f, 3);
        if (filter.hardBound().met()) {
          assertSound(apply(name, f, rows(n, 3, 1), 1), n);
          allowed++;
        } else {
          assertThat(filter.hardBound().text()).isNotBlank();
          assertThat(filter.resilience().met()).as("n=%d, f=%d", n, f).isFalse();
        }
      }
    }
    assertThat(allowed).isPositive();
  }

  @ParameterizedTest
  @MethodSource("filters")
  void without_faulty_agents_its_conditions_hold_for_many_agents(String name) {
    GradientFilter filter = make(name, 25, 0, 3);
    assertThat(filter.hardBound().met()).isTrue();
    assertThat(filter.resilience().met()).isTrue();
    assertThat(filter.resilience().text()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("filters")
  void zeros_have_zeros_for_a_result(String name) {
    for (int d : DIMENSIONS) {
      float[][] rows = new float[10][d];
      rows[3][0] = -0f;
      Filtered filtered = apply(name, tolerance(name, 10), rows, 2);
      assertSound(filtered, 10);
      for (float value : filtered.output()) {
        assertThat(value).isEqualTo(0f, within(0f));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("filters")
  void ties_and_duplicates_give_finite_numbers_and_the_same_ones_each_time(String name) {
    for (int d : DIMENSIONS) {
      float[][] ties = rows(10, d, 1);
      for (int i = 0; i < 10; i++) {
        ties[i] = ties[i / 4].clone();
      }
      float[][] equal = copy(ties);
      Arrays.fill(equal, ties[5]);
      for (float[][] rows : List.of(ties, equal)) {
        int f = tolerance(name, 10);
        Filtered filtered = apply(name, f, rows, 1);
        assertSound(filtered, 10);
        assertThat(apply(name, f, rows, 2).output()).isEqualTo(filtered.output());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("filters")
  void no_finite_numbers_are_too_large_or_too_small(String name) {
    for (float scale : new float[] {3e36f, 1e-20f, 1e-37f, 1e-43f, Float.MIN_VALUE}) {
      for (int d : DIMENSIONS) {
        assertSound(apply(name, tolerance(name, 10), rows(10, d, scale), 2), 10);
      }
    }
    float[][] greatest = new float[10][17];
    for (int i = 0; i < 10; i++) {
      Arrays.fill(greatest[i], i % 3 == 0 ? -Float.MAX_VALUE : Float.MAX_VALUE);
    }
    assertSound(apply(name, tolerance(name, 10), greatest, 2), 10);
  }

  @ParameterizedTest
  @MethodSource("filters")
  void one_agent_is_enough_unless_its_bound_says_otherwise(String name) {
    for (int d : DIMENSIONS) {
      if (make(name, 1, 0, d).hardBound().met()) {
        assertSound(apply(name, 0, rows(1, d, 1), 2), 1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("filters")
  void received_vectors_are_not_changed(String name) {
    float[][] rows = rows(11, 4100, 1);
    float[][] before = copy(rows);
    apply(name, tolerance(name, 11), rows, 2);
    assertThat(Arrays.deepEquals(rows, before)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("filters")
  void the_number_of_threads_changes_no_bit(String name) {
    for (int n : new int[] {1, 2, 10, 33}) {
      if (make(name, n, tolerance(name, n), 1).hardBound().met()) {
        float[][] rows = rows(n, 13_001, 1);
        Filtered one = apply(name, tolerance(name, n), rows, 1);
        for (int threads : new int[] {1, 2, 3}) {
          Filtered more = apply(name, tolerance(name, n), rows, threads);
          assertThat(more.output()).isEqualTo(one.output());
          assertThat(more.shares()).isEqualTo(one.shares());
        }
      }
    }
  }
}
