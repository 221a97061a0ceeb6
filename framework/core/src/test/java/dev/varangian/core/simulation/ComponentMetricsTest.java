package dev.varangian.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.core.component.ComponentException;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.data.Batch;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter;
import dev.varangian.spi.run.Metric;
import dev.varangian.spi.run.RoundRow;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ComponentMetricsTest {
  private static final int TARGET = 1;

  /** Stamps a large first number on every sample and calls it class 1. */
  static final class Backdoor implements DataFault {
    @Override
    public void corrupt(Batch batch, AgentRound at) {
      for (int sample = 0; sample < batch.size(); sample++) {
        stamp(batch, sample);
      }
    }

    private static boolean stamp(Batch batch, int sample) {
      boolean counts = batch.target(sample) != TARGET;
      float[] input = batch.input(sample);
      input[0] = 20;
      batch.setInput(sample, input);
      batch.setTarget(sample, TARGET);
      return counts;
    }

    @Override
    public List<Metric> metrics() {
      return List.of(
          new Metric.SuccessRate(
              "success_rate", "share of stamped samples taken for class 1", Backdoor::stamp));
    }
  }

  /** Averages, and reports a number that depends on the round. */
  record Reporting(int n, int[] round, DoubleUnaryOperator report) implements RowFilter {
    static Reporting of(int n, DoubleUnaryOperator report) {
      return new Reporting(n, new int[1], report);
    }

    @Override
    public Needs needs() {
      return Needs.NOTHING;
    }

    @Override
    public double[] weights(Points points) {
      round[0] = points.round();
      double[] weights = new double[n];
      java.util.Arrays.fill(weights, 1);
      return weights;
    }

    @Override
    public List<Metric> metrics() {
      return List.of(
          new Metric.Value("radius", "a number per round", () -> report.applyAsDouble(round[0])));
    }
  }

  static TestRun backdoored() {
    TestRun run = new TestRun(4);
    run.dataset = ArrayDataset.classification(3, 4, 50, 40);
    run.model = new Models.Linear();
    run.rounds = 6;
    run.evaluateEvery = 3;
    run.filter = Reporting.of(4, round -> round == 2 ? Double.NaN : round / 4.0);
    return run.fault(new Backdoor(), 1, 2);
  }

  @Test
  void values_are_read_in_every_round_and_success_rates_in_evaluated_ones() {
    List<RoundRow> rounds = backdoored().run().rounds();

    assertThat(rounds)
        .allSatisfy(
            row ->
                assertThat(row.metrics().keySet())
                    .containsExactly("sieve.radius", "shout.success_rate"));
    assertThat(rounds)
        .map(row -> row.metrics().get("sieve.radius"))
        .containsExactly(0.25, Double.NaN, 0.75, 1.0, 1.25, 1.5);
    assertThat(rounds)
        .map(row -> Double.isNaN(row.metrics().get("shout.success_rate")))
        .containsExactly(true, true, false, true, true, false);
  }

  @Test
  void a_backdoor_that_half_of_the_agents_train_succeeds_and_an_untrained_one_does_not() {
    TestRun untrained = backdoored();
    untrained.faults.clear();
    untrained.faultBetween(90, 99, new Backdoor(), 1, 2);

    assertThat(successRate(backdoored())).isGreaterThan(0.9);
    assertThat(successRate(untrained)).isLessThan(0.9);
  }

  private static double successRate(TestRun run) {
    return run.run(2).result().last().metrics().get("shout.success_rate");
  }

  @Test
  void test_samples_that_a_trigger_changed_do_not_change_the_evaluation() {
    TestRun plain = backdoored();
    plain.filter = Filters.Weighted.rising(4);
    TestRun metric = backdoored();
    metric.filter = Filters.Weighted.rising(4);

    assertThat(metric.run(1).rounds()).isEqualTo(plain.run(3).rounds());
  }

  @Test
  void an_infinite_value_names_component_and_round() {
    TestRun run = backdoored();
    run.filter = Reporting.of(4, round -> round == 3 ? Double.POSITIVE_INFINITY : round);

    assertThatThrownBy(run::run)
        .isInstanceOf(ComponentException.class)
        .hasMessageContaining("the filter sieve")
        .hasMessageEndingWith(
            "in round 3: its metric radius is Infinity, expected a finite number, or NaN for none");
  }

  @Test
  void a_metric_that_fails_names_component_and_round() {
    TestRun run = backdoored();
    run.filter =
        Reporting.of(
            4,
            round -> {
              throw new ArithmeticException("no radius");
            });

    assertThatThrownBy(run::run)
        .isInstanceOf(ComponentException.class)
        .hasMessageContaining("the filter sieve")
        .hasMessageEndingWith("in round 1: ArithmeticException: no radius");
  }

  @Test
  void names_are_in_snake_case() {
    for (String name : List.of("Radius", "clip-radius", "", "a__b", "2a")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Metric.Value(name, "any", () -> 0))
          .withMessage("the metric \"" + name + "\": expected a name in snake_case");
    }
  }
}
