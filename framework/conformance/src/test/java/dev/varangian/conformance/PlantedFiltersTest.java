package dev.varangian.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Memory;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.filter.CoordinateFilter;
import dev.varangian.spi.filter.CoordinateRule;
import dev.varangian.spi.filter.CoordinateRule.Span;
import dev.varangian.spi.filter.GeneralFilter;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.Received;
import dev.varangian.spi.filter.RowFilter;
import dev.varangian.spi.filter.Symmetry;
import dev.varangian.spi.run.Metric;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each defect of a filter is found by its own check and by no other. */
class PlantedFiltersTest {

  private static List<String> failing(Class<? extends GradientFilter> type) {
    return FailedChecks.checks(Component.filter("planted", type));
  }

  private static String first(Class<? extends GradientFilter> type) {
    return FailedChecks.first(Component.filter("planted", type));
  }

  /** The mean of the vectors times a factor. */
  private static double[] average(List<Row> rows, OutputRow out, double factor) {
    double[] weights = new double[rows.size()];
    Arrays.fill(weights, factor / rows.size());
    out.combine(weights, rows);
    return weights;
  }

  static final class Good implements GeneralFilter {
    @Inject
    Good() {}

    @Override
    public Set<Symmetry> symmetries() {
      return Symmetry.USUAL;
    }

    @Override
    public double[] filter(Received received, OutputRow out) {
      List<Row> rows = received.rows();
      return average(rows, out, 1);
    }
  }

  @Test
  void a_correct_filter_passes() {
    assertThat(failing(Good.class)).isEmpty();
  }

  static final class Remembering implements GeneralFilter {
    private final double[] rounds;

    @Inject
    Remembering(Memory memory) {
      this.rounds = memory.doubles("rounds", 1);
    }

    @Override
    public double[] filter(Received received, OutputRow out) {
      List<Row> rows = received.rows();
      rounds[0]++;
      return average(rows, out, 1 / rounds[0]);
    }
  }

  @Test
  void state_in_memory_is_allowed() {
    assertThat(failing(Remembering.class)).isEmpty();
  }

  static final class Jumping implements GeneralFilter {
    private int reads;

    @Inject
    Jumping() {}

    @Override
    public double[] filter(Received received, OutputRow out) {
      return average(received.rows(), out, 1);
    }

    @Override
    public List<Metric> metrics() {
      return List.of(new Metric.Value("reads", "how often it was read", () -> ++reads));
    }
  }

  @Test
  void a_metric_that_reading_changes_is_found() {
    assertThat(failing(Jumping.class))
        .containsExactly("reports metrics with unique names that read the same twice");
    assertThat(first(Jumping.class)).contains("reads reads 1.0, then 2.0");
  }

  static final class Counting implements GeneralFilter {
    private int rounds;

    @Inject
    Counting() {}

    @Override
    public double[] filter(Received received, OutputRow out) {
      List<Row> rows = received.rows();
      rounds++;
      return average(rows, out, 1.0 / rounds);
    }
  }

  @Test
  void state_in_a_field_is_found() {
    assertThat(failing(Counting.class)).containsExactly("keeps state only in Memory");
    assertThat(first(Counting.class)).contains("stopped after round 1 and resumed, round 2 gives");
  }

  static final class Overwriting implements GeneralFilter {
    @Inject
    Overwriting() {}

    @Override
    public double[] filter(Received received, OutputRow out) {
      List<Row> rows = received.rows();
      double[] weights = average(rows, out, 1);
      for (Field field : rows.get(0).getClass().getDeclaredFields()) {
        if (field.getType() == float[].class) {
          overwrite(field, rows.get(0));
        }
      }
      return weights;
    }

    private static void overwrite(Field field, Row row) {
      try {
        field.setAccessible(true);
        ((float[]) field.get(row))[0] = 7;
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void a_change_of_the_vectors_is_found() {
    assertThat(failing(Overwriting.class)).containsExactly("does not modify the vectors");
    assertThat(first(Overwriting.class)).contains("coordinate 0 of vector 0 changed to 7");
  }

  static final class Keeping implements GeneralFilter {
    private @Nullable Row kept;

    @Inject
    Keeping() {}

    @Override
    public double @Nullable [] filter(Received received, OutputRow out) {
      List<Row> rows = received.rows();
      Row last = kept;
      kept = rows.get(0);
      average(rows, out, last == null ? 1 : last.squaredNorm());
      return null;
    }
  }

  @Test
  void a_vector_kept_for_the_next_round_is_found() {
    assertThat(failing(Keeping.class))
        .containsExactly("does not use vectors of earlier rounds", "keeps state only in Memory");
  }

  static final class TakingTheFirst implements RowFilter {
    @Inject
    TakingTheFirst() {}

    @Override
    public Needs needs() {
      return Needs.NOTHING;
    }

    @Override
    public double[] weights(Points points) {
      double[] weights = new double[points.count()];
      weights[0] = 1;
      return weights;
    }
  }

  @Test
  void dependence_on_the_order_is_found() {
    assertThat(failing(TakingTheFirst.class))
        .containsExactly("does not depend on the order of the agents");
    assertThat(first(TakingTheFirst.class)).startsWith("f = 2, n = 7, d = 2, vectors [");
  }

  static final class TakingTheLastShortest implements RowFilter {
    @Inject
    TakingTheLastShortest() {}

    @Override
    public Needs needs() {
      return Needs.SQUARED_NORMS;
    }

    @Override
    public double[] weights(Points points) {
      int best = 0;
      for (int i = 1; i < points.count(); i++) {
        best = points.squaredNorm(i) <= points.squaredNorm(best) ? i : best;
      }
      double[] weights = new double[points.count()];
      weights[best] = 1;
      return weights;
    }
  }

  @Test
  void ties_broken_in_favour_of_the_higher_agent_are_found() {
    assertThat(failing(TakingTheLastShortest.class))
        .containsExactly("breaks ties in favour of the lower agent");
  }

  static final class Drawing implements GeneralFilter {
    private static final AtomicInteger CALLS = new AtomicInteger();

    @Inject
    Drawing() {}

    @Override
    public double[] filter(Received received, OutputRow out) {
      List<Row> rows = received.rows();
      return average(rows, out, CALLS.incrementAndGet());
    }
  }

  @Test
  void results_that_change_each_time_are_found_and_end_the_checks() {
    assertThat(failing(Drawing.class)).containsExactly("is reproducible to the bit");
    assertThat(FailedChecks.results(Component.filter("planted", Drawing.class)))
        .filteredOn(result -> result.outcome() instanceof Outcome.NotApplicable)
        .extracting(Result::outcome)
        .containsOnly(
            new Outcome.NotApplicable("failed an earlier check: is reproducible to the bit"))
        .hasSizeGreaterThan(10);
  }

  static final class Unbounded implements CoordinateFilter {
    private final Geometry geometry;

    @Inject
    Unbounded(Geometry geometry) {
      this.geometry = geometry;
    }

    @Override
    public CoordinateRule rule() {
      return Span.trimmed(geometry.n(), geometry.f());
    }
  }

  @Test
  void a_hard_bound_that_allows_too_much_is_found_at_the_smallest_size() {
    assertThat(failing(Unbounded.class))
        .containsExactly("works within its hard bound and rejects other sizes with a message");
    assertThat(first(Unbounded.class)).startsWith("n = 2, f = 1: throws IllegalArgumentException");
  }

  static final class Wordless implements CoordinateFilter {
    private final Geometry geometry;

    @Inject
    Wordless(Geometry geometry) {
      this.geometry = geometry;
    }

    @Override
    public Condition hardBound() {
      return new Condition("", geometry.n() > 2 * geometry.f());
    }

    @Override
    public CoordinateRule rule() {
      return Span.trimmed(geometry.n(), geometry.f());
    }
  }

  @Test
  void a_rejection_without_a_message_is_found() {
    assertThat(failing(Wordless.class))
        .containsExactly("works within its hard bound and rejects other sizes with a message");
  }

  static final class NeedingFaulty implements RowFilter {
    private final Geometry geometry;

    @Inject
    NeedingFaulty(Geometry geometry) {
      this.geometry = geometry;
    }

    @Override
    public Condition hardBound() {
      return new Condition("f >= 1", geometry.f() >= 1);
    }

    @Override
    public Condition resilience() {
      return hardBound();
    }

    @Override
    public Needs needs() {
      return Needs.NOTHING;
    }

    @Override
    public double[] weights(Points points) {
      double[] weights = new double[points.count()];
      Arrays.fill(weights, 1);
      return weights;
    }
  }

  static final class ProvedTooFar implements CoordinateFilter {
    private final Geometry geometry;

    @Inject
    ProvedTooFar(Geometry geometry) {
      this.geometry = geometry;
    }

    @Override
    public Condition hardBound() {
      return new Condition("n > 2f", geometry.n() > 2 * geometry.f());
    }

    @Override
    public Condition resilience() {
      return new Condition("n > f", geometry.n() > geometry.f());
    }

    @Override
    public CoordinateRule rule() {
      return Span.trimmed(geometry.n(), geometry.f());
    }
  }

  @Test
  void a_resilience_condition_outside_the_hard_bound_is_found() {
    assertThat(failing(ProvedTooFar.class))
        .containsExactly("works within its hard bound and rejects other sizes with a message");
    assertThat(first(ProvedTooFar.class)).startsWith("n = 2, f = 1: its hard bound \"n > 2f\"");
  }

  @Test
  void a_filter_that_needs_faulty_agents_is_found() {
    assertThat(failing(NeedingFaulty.class)).containsExactly("works without faulty agents");
  }

  static final class Halving implements GeneralFilter {
    @Inject
    Halving() {}

    @Override
    public Set<Symmetry> symmetries() {
      return Set.of(Symmetry.PERMUTATION, Symmetry.TRANSLATION);
    }

    @Override
    public double[] filter(Received received, OutputRow out) {
      List<Row> rows = received.rows();
      return average(rows, out, 0.5);
    }
  }

  @Test
  void a_false_declaration_of_translation_symmetry_is_found() {
    assertThat(failing(Halving.class)).containsExactly("moves with the vectors");
  }

  static final class Clipping implements RowFilter {
    @Inject
    Clipping() {}

    @Override
    public Set<Symmetry> symmetries() {
      return Set.of(Symmetry.PERMUTATION, Symmetry.SCALE);
    }

    @Override
    public Needs needs() {
      return Needs.SQUARED_NORMS;
    }

    @Override
    public double[] weights(Points points) {
      double[] weights = new double[points.count()];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = 1 / Math.max(1, Math.sqrt(points.squaredNorm(i)));
      }
      return weights;
    }
  }

  @Test
  void a_false_declaration_of_scale_symmetry_is_found() {
    assertThat(failing(Clipping.class)).containsExactly("scales with the vectors");
  }

  static final class Squaring implements GeneralFilter {
    @Inject
    Squaring() {}

    @Override
    public double[] filter(Received received, OutputRow out) {
      List<Row> rows = received.rows();
      float norm = (float) rows.get(0).squaredNorm();
      return average(rows, out, norm == 0 ? 1 : (double) norm / norm);
    }
  }

  @Test
  void an_avoidable_overflow_is_found() {
    assertThat(failing(Squaring.class)).containsExactly("accepts values of 1e38");
  }

  static final class Asking implements RowFilter {
    @Inject
    Asking() {}

    @Override
    public Needs needs() {
      return Needs.NOTHING;
    }

    @Override
    public double[] weights(Points points) {
      return new double[] {points.squaredNorm(0)};
    }
  }

  @Test
  void a_filter_that_uses_more_than_it_declares_does_not_work() {
    assertThat(failing(Asking.class)).containsExactly("works for typical numbers of agents");
    assertThat(first(Asking.class))
        .startsWith("throws IllegalStateException: a rule that needs NOTHING asked for a norm")
        .contains("(PlantedFiltersTest.java:");
  }

  static final class Peeling implements GeneralFilter {
    @Inject
    Peeling() {}

    @Override
    public double @Nullable [] filter(Received received, OutputRow out) {
      List<Row> rows = received.rows();
      average(rows, out, rows.get(0).getClass().getSimpleName().startsWith("Naive") ? 1 : 1.001);
      return null;
    }
  }

  @Test
  void a_difference_from_the_naive_result_is_found() {
    assertThat(failing(Peeling.class))
        .containsExactly(
            "matches a naive implementation", "matches a naive implementation at d = 1,000,003");
  }

  static final class CountingForMany implements GeneralFilter {
    private final Geometry geometry;
    private int rounds;

    @Inject
    CountingForMany(Geometry geometry) {
      this.geometry = geometry;
    }

    @Override
    public Condition hardBound() {
      return new Condition("n >= 14", geometry.n() >= 14);
    }

    @Override
    public Condition resilience() {
      return hardBound();
    }

    @Override
    public double[] filter(Received received, OutputRow out) {
      List<Row> rows = received.rows();
      rounds++;
      return average(rows, out, 1.0 / rounds);
    }
  }

  @Test
  void a_defect_is_found_even_if_few_agents_are_rejected() {
    assertThat(failing(CountingForMany.class)).containsExactly("keeps state only in Memory");
  }

  /** The vector between the two nearest neighbours in a ring of the agents. */
  static final class InARing implements RowFilter {
    @Inject
    InARing() {}

    @Override
    public Needs needs() {
      return Needs.SQUARED_DISTANCES;
    }

    @Override
    public double[] weights(Points points) {
      int n = points.count();
      double[] weights = new double[n];
      for (int i = 0; i < n; i++) {
        weights[i] = 1 / (1 + points.squaredDistance(i, (i + 1) % n));
        weights[i] += 1 / (1 + points.squaredDistance(i, (i + n - 1) % n));
      }
      double sum = Arrays.stream(weights).sum();
      return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }
  }

  @Test
  void dependence_on_neighbours_is_found_even_if_a_reversal_keeps_them() {
    assertThat(failing(InARing.class))
        .containsExactly("does not depend on the order of the agents");
  }

  /** Weights by inverse norms, with a term against division by zero that is no longer small. */
  static final class Smoothing implements RowFilter {
    @Inject
    Smoothing() {}

    @Override
    public Set<Symmetry> symmetries() {
      return Set.of(Symmetry.PERMUTATION, Symmetry.SCALE);
    }

    @Override
    public Needs needs() {
      return Needs.SQUARED_NORMS;
    }

    @Override
    public double[] weights(Points points) {
      double[] weights = new double[points.count()];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = 1 / (1e-12 + Math.sqrt(points.squaredNorm(i)));
      }
      double sum = Arrays.stream(weights).sum();
      return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }
  }

  @Test
  void an_absolute_term_that_matters_only_for_small_vectors_is_found() {
    assertThat(failing(Smoothing.class)).containsExactly("scales with the vectors");
  }

  static final class SharingScratch implements GeneralFilter {
    private static final float[] SCRATCH = new float[5000];

    @Inject
    SharingScratch() {}

    @Override
    public double @Nullable [] filter(Received received, OutputRow out) {
      List<Row> rows = received.rows();
      float[] sum = new float[out.length()];
      for (Row row : rows) {
        for (int from = 0; from < sum.length; from += SCRATCH.length) {
          int length = Math.min(SCRATCH.length, sum.length - from);
          row.copy(from, SCRATCH, 0, length);
          for (int j = 0; j < length; j++) {
            sum[from + j] += SCRATCH[j] / rows.size();
          }
        }
      }
      out.set(0, sum, 0, sum.length);
      return null;
    }
  }

  @Test
  void an_array_shared_between_runs_is_found() {
    assertThat(failing(SharingScratch.class)).contains("is not affected by concurrent runs");
  }

  /** Weights 1 / ||x_1 - x_i||, with 1 for x_1 itself. */
  static final class DividingByDistances implements RowFilter {
    @Inject
    DividingByDistances() {}

    @Override
    public Set<Symmetry> symmetries() {
      return Set.of();
    }

    @Override
    public Needs needs() {
      return Needs.SQUARED_DISTANCES;
    }

    @Override
    public double[] weights(Points points) {
      double[] weights = new double[points.count()];
      weights[0] = 1;
      for (int i = 1; i < weights.length; i++) {
        weights[i] = 1 / Math.sqrt(points.squaredDistance(0, i));
      }
      return weights;
    }
  }

  @Test
  void a_division_by_the_distance_of_equal_vectors_is_found() {
    assertThat(failing(DividingByDistances.class)).contains("accepts equal vectors");
  }

  static final class DividingByNorms implements RowFilter {
    @Inject
    DividingByNorms() {}

    @Override
    public Needs needs() {
      return Needs.SQUARED_NORMS;
    }

    @Override
    public double[] weights(Points points) {
      double[] weights = new double[points.count()];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = 1 / points.squaredNorm(i);
      }
      return weights;
    }
  }

  @Test
  void a_division_by_the_norm_of_a_zero_vector_is_found() {
    assertThat(failing(DividingByNorms.class)).contains("accepts zero vectors");
  }

  static final class SquaringInFloat implements RowFilter {
    @Inject
    SquaringInFloat() {}

    @Override
    public Needs needs() {
      return Needs.SQUARED_NORMS;
    }

    @Override
    public double[] weights(Points points) {
      double[] weights = new double[points.count()];
      for (int i = 0; i < weights.length; i++) {
        double squaredNorm = points.squaredNorm(i);
        weights[i] = squaredNorm == 0 ? 1 : 1.0 / (float) squaredNorm;
      }
      return weights;
    }
  }

  @Test
  void a_square_that_underflows_in_float_is_found() {
    assertThat(failing(SquaringInFloat.class)).containsExactly("accepts subnormal values");
  }
}
