package dev.varangian.core.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.varangian.core.component.Calls;
import dev.varangian.core.component.ComponentException;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.simulation.Choices;
import dev.varangian.core.simulation.Filters;
import dev.varangian.spi.Component;
import dev.varangian.spi.filter.CoordinateFilter;
import dev.varangian.spi.filter.CoordinateRule.Span;
import dev.varangian.spi.filter.GeneralFilter;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.filter.RowFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterStageTest {
  private static final float[][] ROWS = {{1, 10}, {2, 20}, {4, 40}};

  private final float[] out = {7, 7};

  private double[] apply(GradientFilter filter, float[]... rows) {
    try (ThreadTeam workers = new ThreadTeam(2)) {
      FilterStage stage = new FilterStage(filter, workers, rows.length, 2);
      stage.apply(rows, null, out, 1);
      return stage.shares();
    }
  }

  /** A filter with a rule that looks at points. */
  private record Rule(Needs needs, Function<Points, double[]> rule) implements RowFilter {
    @Override
    public double[] weights(Points points) {
      return rule.apply(points);
    }
  }

  @Test
  void the_result_is_the_weighted_sum_as_it_stands_and_the_shares_add_up_to_one() {
    double[] shares = apply(new Filters.Weighted(2, 0, 0.5), ROWS);
    assertThat(out).containsExactly(4, 40);
    assertThat(shares).containsExactly(0.8, 0, 0.2);
  }

  @Test
  void negative_weights_have_negative_shares() {
    double[] shares = apply(new Filters.Weighted(-1, 2, 1), ROWS);
    assertThat(out).containsExactly(7, 70);
    assertThat(shares).containsExactly(-0.5, 1, 0.5);
  }

  @Test
  void weights_that_add_up_to_nothing_have_no_shares() {
    assertThat(apply(new Filters.Weighted(0, 0, 0), ROWS)).isNull();
    assertThat(out).containsExactly(0, 0);
    assertThat(apply(new Filters.Weighted(1, 0, -1), ROWS)).isNull();
    assertThat(out).containsExactly(-3, -30);
  }

  @Test
  void rows_of_weight_zero_are_not_read() {
    double[] shares =
        apply(new Filters.Weighted(0, 1, 0), new float[] {Float.NaN, Float.NaN}, ROWS[1], null);
    assertThat(out).containsExactly(2, 20);
    assertThat(shares).containsExactly(0, 1, 0);
  }

  @Test
  void the_wrong_number_of_weights_is_the_filters_fault() {
    assertThatIllegalStateException()
        .isThrownBy(() -> apply(new Filters.Weighted(1, 1), ROWS))
        .withMessageContaining("it gave 2 weights for 3 vectors");
  }

  @Test
  void weights_that_are_not_finite_are_the_filters_fault() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalStateException()
          .isThrownBy(() -> apply(new Filters.Weighted(1, bad, 1), ROWS))
          .withMessageContaining("it gave the weights [1.0, " + bad + ", 1.0]");
    }
  }

  @Test
  void a_filter_gets_no_more_than_it_declared_to_need() {
    assertThatIllegalStateException()
        .isThrownBy(() -> apply(asking(RowFilter.Needs.NOTHING, p -> p.squaredNorm(0)), ROWS))
        .withMessageContaining("needs NOTHING asked for a norm");
    assertThatIllegalStateException()
        .isThrownBy(
            () -> apply(asking(RowFilter.Needs.SQUARED_NORMS, p -> p.squaredDistance(0, 1)), ROWS))
        .withMessageContaining("needs SQUARED_NORMS asked for the distance");
  }

  private static Rule asking(RowFilter.Needs needs, Function<Points, Double> question) {
    return new Rule(needs, points -> new double[] {question.apply(points), 1, 1});
  }

  @ParameterizedTest(name = "n={0}, d={1}")
  @CsvSource({"1, 1", "2, 7", "5, 4097", "7, 9000"})
  void norms_and_distances_are_exact_enough_at_an_offset(int n, int d) {
    Random random = new Random(n);
    float[][] rows = new float[n][Rows.length(d)];
    for (float[] row : rows) {
      for (int i = 0; i < d; i++) {
        row[i] = 1000 + 1e-3f * (float) random.nextGaussian();
      }
    }
    RowFilter filter =
        new Rule(
            RowFilter.Needs.SQUARED_DISTANCES,
            points -> {
              assertThat(points.count()).isEqualTo(n);
              for (int i = 0; i < n; i++) {
                double norm = distance(rows[i], new float[d], d);
                assertThat(points.squaredNorm(i)).isCloseTo(norm, within(1e-12 * norm));
                for (int j = 0; j < n; j++) {
                  double distance = distance(rows[i], rows[j], d);
                  assertThat(points.squaredDistance(i, j))
                      .isCloseTo(distance, within(1e-12 * distance));
                }
              }
              return new double[n];
            });
    try (ThreadTeam workers = new ThreadTeam(3)) {
      new FilterStage(filter, workers, n, d).apply(rows, null, new float[Rows.length(d)], 1);
    }
  }

  private static double distance(float[] x, float[] y, int d) {
    double sum = 0;
    for (int i = 0; i < d; i++) {
      double difference = (double) x[i] - y[i];
      sum += difference * difference;
    }
    return sum;
  }

  @Test
  void a_span_past_the_last_value_is_the_filters_fault() {
    assertThatIllegalStateException()
        .isThrownBy(() -> apply(Filters.Middle.of(1, 3), ROWS))
        .withMessageContaining("it averages the sorted values 1 to 3, counted from 0, of 3");
  }

  @Test
  void a_coordinate_filters_shares_count_the_coordinates_within_what_was_averaged() {
    float[][] rows = {{1, 5}, {2, 5}, {3, 1}, {3, 9}};
    double[] shares = apply(Filters.Middle.of(1, 2), rows);
    assertThat(out).containsExactly(2.5f, 5);
    // Coordinate 0 averages 2 and a 3, coordinate 1 averages both 5s.
    assertThat(shares).containsExactly(0.2, 0.4, 0.2, 0.2);
  }

  @Test
  void the_two_zeros_are_one_value_for_the_shares() {
    float[][] rows = {{0, 0}, {-0f, -0f}, {-0f, 1}};
    double[] shares = apply(Filters.Middle.of(1, 1), rows);
    assertThat(out).containsExactly(0, 0);
    assertThat(shares).containsExactly(0.4, 0.4, 0.2);
  }

  @Test
  void shares_of_a_coordinate_filter_are_counted_when_they_are_asked_for() {
    try (ThreadTeam workers = new ThreadTeam(2)) {
      FilterStage stage = new FilterStage(Filters.Middle.of(0, 0), workers, 3, 2);
      stage.apply(ROWS, null, out, 1);
      assertThat(stage.knownShares()).isNull();
      assertThat(stage.shares()).containsExactly(1, 0, 0);
      assertThat(stage.knownShares()).containsExactly(1, 0, 0);
      stage.apply(new float[][] {{9, 9}, {2, 9}, {8, 1}}, null, out, 2);
      assertThat(stage.knownShares()).isNull();
      assertThat(stage.shares()).containsExactly(0, 0.5, 0.5);
    }
  }

  @Test
  void a_general_filters_output_begins_with_zeros_and_its_weights_may_be_absent() {
    GeneralFilter nothing = (received, row) -> null;
    assertThat(apply(nothing, ROWS)).isNull();
    assertThat(out).containsExactly(0, 0);
    GeneralFilter wrong = (received, row) -> new double[1];
    assertThatIllegalStateException().isThrownBy(() -> apply(wrong, ROWS));
    GeneralFilter first =
        (received, row) -> {
          row.scale(2, received.rows().get(0));
          return new double[] {2, 0, 0};
        };
    assertThat(apply(first, ROWS)).containsExactly(1, 0, 0);
    assertThat(out).containsExactly(2, 20);
  }

  @Test
  void neither_rows_nor_what_lies_behind_the_dth_coordinate_is_touched() {
    for (GradientFilter filter :
        new GradientFilter[] {
          new Filters.ByNorm(), Filters.Middle.of(0, 2), new Filters.Recording()
        }) {
      float[][] rows = {{3, 1, 99}, {1, 2, 99}, {2, 3, 99}};
      float[][] before = Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
      float[] longer = new float[3];
      try (ThreadTeam workers = new ThreadTeam(1)) {
        new FilterStage(filter, workers, 3, 2).apply(rows, null, longer, 1);
      }
      assertThat(Arrays.deepEquals(rows, before)).isTrue();
      assertThat(longer[2]).isZero();
    }
  }

  private record Mix(int count, double[][] weights) implements PreAggregator {
    @Override
    public RowFilter.Needs needs() {
      return RowFilter.Needs.NOTHING;
    }

    @Override
    public double[][] mix(Points points) {
      return weights;
    }
  }

  private double[] behind(PreAggregator rule, GradientFilter filter, float[][] rows) {
    ActivePreAggregator active =
        new ActivePreAggregator(rule, Choices.of(Component.preAggregator("mix", rule.getClass())));
    try (ThreadTeam workers = new ThreadTeam(2)) {
      FilterStage stage =
          new FilterStage(List.of(active), filter, new Calls(), workers, rows.length, 2);
      stage.apply(rows, null, out, 1);
      return stage.shares();
    }
  }

  @Test
  void shares_are_told_of_the_vectors_that_were_mixed() {
    Mix mix = new Mix(2, new double[][] {{0.5, 0.5, 0}, {0, 0, 1}});

    double[] ofRows = behind(mix, new Filters.Weighted(1, 3), ROWS);
    assertThat(out).containsExactly(0.5f * (1 + 2) + 3 * 4, 0.5f * (10 + 20) + 3 * 40);
    assertThat(ofRows).containsExactly(0.125, 0.125, 0.75);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 1 1 1, 0 0 1 | it gave 2 mixtures, and its count is 1",
        "2 | 1 1 1, 0 1 | it gave 2 weights for 3 vectors",
        "1 | 1 NaN 1 | it gave the weights [1.0, NaN, 1.0]",
      })
  void weights_that_are_none_are_rejected_by_the_pre_aggregators_name(
      int count, String weights, String message) {
    double[][] rows =
        Arrays.stream(weights.split(", "))
            .map(row -> Arrays.stream(row.split(" ")).mapToDouble(Double::parseDouble).toArray())
            .toArray(double[][]::new);

    assertThatExceptionOfType(ComponentException.class)
        .isThrownBy(() -> behind(new Mix(count, rows), new Filters.Weighted(1, 1), ROWS))
        .withMessageContaining("the pre-aggregator mix of the plugin ")
        .withMessageEndingWith(message);
  }

  /** Leaves out another row in every call. */
  private static final class Turning implements PreAggregator {
    private int calls;

    @Override
    public int count() {
      return 2;
    }

    @Override
    public RowFilter.Needs needs() {
      return RowFilter.Needs.NOTHING;
    }

    @Override
    public double[][] mix(Points points) {
      double[][] mix = new double[2][3];
      mix[0][calls % 3] = 1;
      mix[1][(calls + 1) % 3] = 1;
      calls++;
      return mix;
    }
  }

  @Test
  void shares_are_of_the_vectors_that_the_filter_saw() {
    CoordinateFilter least = () -> new Span(0, 0);
    PreAggregator turning = new Turning();
    ActivePreAggregator active =
        new ActivePreAggregator(
            turning, Choices.of(Component.preAggregator("turning", Turning.class)));
    try (ThreadTeam workers = new ThreadTeam(2)) {
      FilterStage stage =
          new FilterStage(List.of(active), least, new Calls(), workers, ROWS.length, 2);
      for (double[] expected : new double[][] {{1, 0, 0}, {0, 1, 0}, {1, 0, 0}}) {
        stage.apply(ROWS, null, out, 1);
        assertThat(stage.shares()).containsExactly(expected);
      }
      assertThat(out).containsExactly(1, 10);
    }
  }
}
