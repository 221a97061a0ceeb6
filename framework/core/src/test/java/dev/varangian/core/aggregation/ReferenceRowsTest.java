package dev.varangian.core.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.varangian.core.component.Calls;
import dev.varangian.core.component.InvalidOutputException;
import dev.varangian.core.component.RunMemory;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.simulation.Choices;
import dev.varangian.spi.Component;
import dev.varangian.spi.context.Memory;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.filter.GeneralFilter;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.filter.Received;
import dev.varangian.spi.filter.Reference;
import dev.varangian.spi.filter.RowFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ReferenceRowsTest {
  private static final float[][] ROWS = {{3, 4}, {0, 2}};
  private static final Reference PREVIOUS = Reference.previousOutput();
  private static final Reference KEPT = Reference.kept("anchor");

  private final ThreadTeam workers = new ThreadTeam(1);
  private final RunMemory memory = new RunMemory();
  private final Memory own = memory.of("filter rule");
  private final float[] out = new float[2];

  /** A rule with references that looks at points. */
  private record Rule(Needs needs, List<Reference> references, Function<Points, double[]> rule)
      implements RowFilter {
    @Override
    public double[] weights(Points points) {
      return rule.apply(points);
    }
  }

  /** Half the previous output and the mean of the rows. */
  private static final RowFilter AVERAGING =
      new Rule(RowFilter.Needs.NOTHING, List.of(PREVIOUS), p -> halfOfEach(p.count()));

  private static double[] halfOfEach(int n) {
    double[] weights = new double[n + 1];
    Arrays.fill(weights, 0.5 / n);
    weights[n] = 0.5;
    return weights;
  }

  private FilterStage stage(GradientFilter filter, PreAggregator... before) {
    List<ActivePreAggregator> chain =
        Arrays.stream(before)
            .map(
                rule ->
                    new ActivePreAggregator(
                        rule, Choices.of(Component.preAggregator("mix", rule.getClass()))))
            .toList();
    ReferenceRows references =
        ReferenceRows.of(filter, own, memory.part("filter rule, kept by the server"), 2);
    return new FilterStage(chain, filter, references, new Calls(), workers, 2, 2);
  }

  @Test
  void the_previous_output_is_zero_at_first_and_then_the_last_result() {
    FilterStage stage = stage(AVERAGING);
    stage.apply(ROWS, null, out, 1);
    assertThat(out).containsExactly(0.75f, 1.5f);
    stage.apply(ROWS, null, out, 2);
    assertThat(out).containsExactly(1.125f, 2.25f);
  }

  @Test
  void shares_are_of_the_agents_alone() {
    FilterStage stage = stage(AVERAGING);
    stage.apply(ROWS, null, out, 1);
    assertThat(stage.shares()).containsExactly(0.5, 0.5);
  }

  @Test
  void another_stage_with_the_restored_memory_continues_with_the_same_bits() {
    FilterStage whole = stage(AVERAGING);
    whole.apply(ROWS, null, out, 1);
    RunMemory resumed = new RunMemory();
    resumed.restore(memory.copy());
    whole.apply(ROWS, null, out, 2);
    float[] again = new float[2];
    ReferenceRows references =
        ReferenceRows.of(
            AVERAGING,
            resumed.part("filter rule"),
            resumed.part("filter rule, kept by the server"),
            2);
    new FilterStage(List.of(), AVERAGING, references, new Calls(), workers, 2, 2)
        .apply(ROWS, null, again, 2);
    assertThat(again).isEqualTo(out);
  }

  @Test
  void a_trial_leaves_the_previous_output() {
    FilterStage stage = stage(AVERAGING);
    stage.apply(ROWS, null, out, 1);
    FilterTrial trial =
        new FilterTrial(() -> stage(AVERAGING), memory, 2, 2, Set.of(1), Runnable::run);
    for (int time = 0; time < 2; time++) {
      Row result = trial.result(2, ROWS, forgery -> forgery.fill(1));
      assertThat(new float[] {result.get(0), result.get(1)}).containsExactly(1.375f, 2);
    }
    stage.apply(ROWS, null, out, 2);
    assertThat(out).containsExactly(1.125f, 2.25f);
  }

  @Test
  void distances_and_inner_products_to_a_kept_vector_are_exact() {
    own.floats("anchor", 2)[0] = 3;
    for (RowFilter.Needs needs :
        new RowFilter.Needs[] {
          RowFilter.Needs.REFERENCE_DISTANCES, RowFilter.Needs.SQUARED_DISTANCES
        }) {
      requireMeasures(needs);
    }
  }

  private void requireMeasures(RowFilter.Needs needs, PreAggregator... before) {
    stage(
            new Rule(
                needs,
                List.of(KEPT),
                points -> {
                  int anchor = points.indexOf(KEPT);
                  assertThat(anchor).isEqualTo(2);
                  assertThat(points.squaredNorm(anchor)).isEqualTo(9);
                  assertThat(points.squaredDistance(0, anchor)).isEqualTo(16);
                  assertThat(points.squaredDistance(anchor, 1)).isEqualTo(13);
                  assertThat(points.innerProduct(0, anchor)).isEqualTo(9);
                  return new double[] {0, 0, 1};
                }),
            before)
        .apply(ROWS, null, out, 1);
    assertThat(out).containsExactly(3, 0);
  }

  /** Mixtures that are the vectors themselves. */
  private record Same() implements PreAggregator {
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
      assertThat(points.count()).isEqualTo(2);
      return new double[][] {{1, 0}, {0, 1}};
    }
  }

  @Test
  void references_work_behind_pre_aggregators() {
    own.floats("anchor", 2)[0] = 3;
    requireMeasures(RowFilter.Needs.REFERENCE_DISTANCES, new Same(), new Same());
    requireMeasures(RowFilter.Needs.SQUARED_DISTANCES, new Same());
    FilterStage stage = stage(AVERAGING, new Same());
    stage.apply(ROWS, null, out, 1);
    stage.apply(ROWS, null, out, 2);
    assertThat(out).containsExactly(1.125f, 2.25f);
    assertThat(stage.shares()).containsExactly(0.5, 0.5);
  }

  @Test
  void a_filter_that_needs_references_gets_no_other_distances() {
    Rule asking =
        new Rule(
            RowFilter.Needs.REFERENCE_DISTANCES,
            List.of(PREVIOUS),
            points -> new double[] {points.squaredDistance(0, 1), 0});
    assertThatIllegalStateException()
        .isThrownBy(() -> stage(asking).apply(ROWS, null, out, 1))
        .withMessageContaining("needs REFERENCE_DISTANCES asked for the distance of the points 0");
  }

  @Test
  void a_reference_that_was_not_declared_or_declared_twice_is_refused() {
    Rule asking =
        new Rule(
            RowFilter.Needs.NOTHING, List.of(PREVIOUS), points -> new double[points.indexOf(KEPT)]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage(asking).apply(ROWS, null, out, 1))
        .withMessageContaining("anchor");
    Rule twice = new Rule(RowFilter.Needs.NOTHING, List.of(KEPT, KEPT), points -> new double[2]);
    assertThatExceptionOfType(InvalidOutputException.class)
        .isThrownBy(() -> stage(twice))
        .withMessageContaining("one twice");
  }

  /** Adds the previous output to the first vector. */
  private record Adding() implements GeneralFilter {
    @Override
    public List<Reference> references() {
      return List.of(PREVIOUS);
    }

    @Override
    public double[] filter(Received received, OutputRow out) {
      out.combine(
          new double[] {1, 1}, List.of(received.rows().get(0), received.reference(PREVIOUS)));
      return new double[] {1, 0};
    }
  }

  @Test
  void a_general_filter_reads_its_references_as_rows() {
    FilterStage stage = stage(new Adding());
    stage.apply(ROWS, null, out, 1);
    stage.apply(ROWS, null, out, 2);
    assertThat(out).containsExactly(6, 8);
  }
}
