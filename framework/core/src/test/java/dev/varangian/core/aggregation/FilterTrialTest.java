package dev.varangian.core.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.varangian.core.component.Calls;
import dev.varangian.core.component.RunMemory;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.simulation.Choices;
import dev.varangian.core.simulation.Faults;
import dev.varangian.core.simulation.Filters;
import dev.varangian.core.simulation.Messages;
import dev.varangian.core.wiring.ActiveFault;
import dev.varangian.spi.Component;
import dev.varangian.spi.context.Memory;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
import dev.varangian.spi.filter.GeneralFilter;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.filter.Received;
import dev.varangian.spi.filter.RowFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class FilterTrialTest {
  private static final int D = 2;

  private final float[][] gradients = {{1, 2}, {3, 4}, {5, 6}, {100, 100}};
  private final RunMemory memory = new RunMemory();
  private final ThreadTeam workers = new ThreadTeam(1);
  private final TreeSet<Integer> faulty = new TreeSet<>(List.of(3));

  /** Adds all vectors, and to them the sum of its results so far. */
  private record Remembering(Memory memory) implements GeneralFilter {
    @Override
    public double[] filter(Received received, OutputRow out) {
      List<Row> rows = received.rows();
      float[] sum = memory.floats("sum", D);
      for (Row row : rows) {
        for (int j = 0; j < D; j++) {
          sum[j] += row.get(j);
        }
      }
      out.set(0, sum, 0, D);
      return null;
    }
  }

  private Messages exchange(
      GradientFilter filter, Knowledge knowledge, BiConsumer<Situation, OutputRow> forgery) {
    Fault fault = new Faults.Forge(knowledge, forgery::accept);
    FilterTrial trial = new FilterTrial(filter, memory, workers, 4, D, faulty);
    ActiveFault active = new ActiveFault(fault, List.of(3), 1, Integer.MAX_VALUE);
    Messages messages = new Messages(List.of(active), faulty, 4, D, trial);
    messages.exchange(gradients, 1, new double[4], workers);
    return messages;
  }

  private static float[] values(Row row) {
    return new float[] {row.get(0), row.get(1)};
  }

  @Test
  void a_fault_that_knows_the_filter_sees_what_becomes_of_its_vector() {
    GradientFilter sum = new Remembering(memory.of("filter sum"));
    List<float[]> seen = new ArrayList<>();
    Messages messages =
        exchange(
            sum,
            Knowledge.FILTER,
            (situation, out) -> {
              seen.add(values(situation.filtered(trial -> trial.fill(10))));
              seen.add(values(situation.filtered(trial -> {})));
              out.fill(7);
            });

    assertThat(seen).containsExactly(new float[] {19, 22}, new float[] {9, 12});
    assertThat(Arrays.copyOf(messages.received()[3], D)).containsExactly(7, 7);
  }

  @Test
  void a_trial_leaves_what_the_filter_keeps_and_what_the_agents_sent() {
    memory.of("fault other").floats("own", 1)[0] = 5;
    Memory kept = memory.of("filter sum");
    kept.floats("sum", D)[0] = 1000;
    GradientFilter sum = new Remembering(kept);
    List<float[]> seen = new ArrayList<>();
    exchange(
        sum,
        Knowledge.FILTER,
        (situation, out) -> {
          seen.add(values(situation.filtered(trial -> trial.fill(10))));
          seen.add(values(situation.filtered(trial -> trial.fill(10))));
        });

    assertThat(seen).containsExactly(new float[] {1019, 22}, new float[] {1019, 22});
    assertThat(kept.floats("sum", D)).containsExactly(1000, 0);
    assertThat(gradients).isDeepEqualTo(new float[][] {{1, 2}, {3, 4}, {5, 6}, {100, 100}});
  }

  @Test
  void a_vector_that_is_not_finite_counts_as_zeros_in_a_trial_too() {
    GradientFilter sum = new Remembering(memory.of("filter sum"));
    List<float[]> seen = new ArrayList<>();
    exchange(
        sum,
        Knowledge.FILTER,
        (situation, out) ->
            seen.add(values(situation.filtered(trial -> trial.fill(Float.POSITIVE_INFINITY)))));

    assertThat(seen).containsExactly(new float[] {9, 12});
  }

  @Test
  void a_fault_that_did_not_declare_to_know_the_filter_cannot_try_it() {
    GradientFilter sum = new Remembering(memory.of("filter sum"));
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                exchange(
                    sum,
                    Knowledge.ALL_GRADIENTS,
                    (situation, out) -> situation.filtered(trial -> trial.fill(1))))
        .withMessageContaining("ALL_GRADIENTS")
        .withMessageContaining("FILTER");
  }

  /** Multiplies by the number of calls so far. */
  private record Counting(Memory memory) implements PreAggregator {
    @Override
    public int count() {
      return 1;
    }

    @Override
    public RowFilter.Needs needs() {
      return RowFilter.Needs.NOTHING;
    }

    @Override
    public double[][] mix(Points points) {
      double[] calls = memory.doubles("calls", 1);
      calls[0]++;
      double[] sum = new double[points.count()];
      Arrays.fill(sum, calls[0]);
      return new double[][] {sum};
    }
  }

  @Test
  void a_trial_goes_through_the_pre_aggregators_and_leaves_them_as_they_were() {
    PreAggregator rule = new Counting(memory.of("pre-aggregator counting"));
    ActivePreAggregator active =
        new ActivePreAggregator(
            rule, Choices.of(Component.preAggregator("counting", Counting.class)));
    FilterTrial trial =
        new FilterTrial(
            () ->
                new FilterStage(
                    List.of(active), new Filters.Weighted(1), new Calls(), workers, 4, D),
            memory,
            4,
            D,
            faulty,
            Runnable::run);

    for (int i = 0; i < 2; i++) {
      assertThat(values(trial.result(1, gradients, forgery -> forgery.fill(1))))
          .containsExactly(1 + 3 + 5 + 1, 2 + 4 + 6 + 1);
    }
  }
}
