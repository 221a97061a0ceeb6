package dev.varangian.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.data.Batch;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.MessageFault;
import dev.varangian.spi.fault.Situation;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.filter.RowFilter;
import dev.varangian.spi.filter.RowFilter.Needs;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The kit runs the example that a component declares. */
class ExamplesTest {
  private static final String CLAIM = "reproduces its worked example";

  private static Outcome outcome(Component<?> component) {
    return FailedChecks.results(component).stream()
        .filter(result -> result.check().equals(CLAIM))
        .map(Result::outcome)
        .findFirst()
        .orElseThrow();
  }

  private static String failure(Component<?> component) {
    return outcome(component) instanceof Outcome.Failed failed
        ? failed.seen() + "; expected " + failed.expected()
        : "it does not fail";
  }

  /** A multiple of the sum. */
  static final class Sum implements RowFilter {
    record Parameters(@Param(value = "the factor", defaultValue = "1") double factor) {}

    private final double factor;

    @Inject
    Sum(Parameters parameters) {
      this.factor = parameters.factor();
    }

    @Override
    public Needs needs() {
      return Needs.NOTHING;
    }

    @Override
    public double[] weights(Points points) {
      double[] weights = new double[points.count()];
      Arrays.fill(weights, factor);
      return weights;
    }
  }

  private static Component<GradientFilter> sum(String example) {
    return Component.filter("sum", Sum.class).example(example, "");
  }

  @Test
  void an_example_that_holds_passes() {
    assertThat(outcome(sum("f = 0: (1, 2), (3, 4) -> (4, 6)"))).isEqualTo(new Outcome.Passed());
    assertThat(outcome(sum("f = 0, factor = 0.5: (1, 2), (3, 4) -> (2, 3)")))
        .isEqualTo(new Outcome.Passed());
  }

  @Test
  void a_filter_with_another_result_fails() {
    assertThat(failure(sum("f = 0: (1, 2), (3, 4) -> (4, 6.1)")))
        .isEqualTo("for f = 0: (1, 2), (3, 4) -> (4, 6.1) it gives [4 6]; expected [4 6.1]");
    assertThat(failure(sum("f = 0: (1, 2), (3, 4) -> (4)"))).endsWith("expected [4]");
    assertThat(failure(sum("f = 0: (1, 2), (3, 4) -> nothing"))).endsWith("expected nothing");
  }

  @Test
  void an_example_with_a_parameter_or_value_that_there_is_not_fails() {
    assertThat(failure(sum("f = 0, scale = 2: (1) -> (2)")))
        .contains("it has no parameter scale; expected one of factor");
    assertThat(failure(sum("f = 0, factor = x: (1) -> (2)"))).contains("expected a finite number");
  }

  @Test
  void without_an_example_the_check_does_not_apply() {
    assertThat(outcome(Component.filter("sum", Sum.class)))
        .isEqualTo(new Outcome.NotApplicable("it declares no worked example"));
  }

  static final class Halving implements PreAggregator {
    private final int n;

    @Inject
    Halving(Geometry geometry) {
      this.n = geometry.n();
    }

    @Override
    public int count() {
      return n;
    }

    @Override
    public Needs needs() {
      return Needs.NOTHING;
    }

    @Override
    public double[][] mix(Points points) {
      double[][] mix = new double[n][n];
      for (int i = 0; i < n; i++) {
        mix[i][i] = 0.5;
      }
      return mix;
    }
  }

  @Test
  void the_mixtures_of_a_pre_aggregator_are_compared() {
    Component<PreAggregator> halving = Component.preAggregator("halving", Halving.class);
    assertThat(outcome(halving.example("f = 0: (1, 2), (3, 4) -> (0.5, 1), (1.5, 2)", "")))
        .isEqualTo(new Outcome.Passed());
    assertThat(failure(halving.example("f = 0: (1, 2), (3, 4) -> (0.5, 1), (1, 2)", "")))
        .endsWith("it gives [0.5 1] [1.5 2]; expected [0.5 1] [1 2]");
  }

  /** Sends its agent's number, the second faulty agent nothing. */
  static final class Number implements MessageFault {
    @Inject
    Number() {}

    @Override
    public Knowledge knows() {
      return Knowledge.NOTHING;
    }

    @Override
    public Optional<float[]> send(Situation situation) {
      return situation.agentRound().agent() == 1
          ? Optional.empty()
          : Optional.of(new float[] {situation.agentRound().agent()});
    }
  }

  @Test
  void what_the_faulty_agents_send_is_compared() {
    Component<Fault> number = Component.fault("number", Number.class);
    assertThat(outcome(number.example("f = 3: (5), (5), (5), (5) -> (0), (2)", "")))
        .isEqualTo(new Outcome.Passed());
    assertThat(failure(number.example("f = 2: (5), (5), (5) -> (0), (1)", "")))
        .endsWith("it gives [0]; expected [0] [1]");
  }

  static final class NextClass implements DataFault {
    @Inject
    NextClass() {}

    @Override
    public void corrupt(Batch batch, AgentRound at) {
      for (int i = 0; i < batch.size(); i++) {
        batch.setTarget(i, (batch.target(i) + 1) % batch.classes());
      }
    }
  }

  @Test
  void the_classes_that_a_fault_on_data_leaves_are_compared() {
    Component<Fault> next = Component.fault("next-class", NextClass.class);
    assertThat(outcome(next.example("f = 1: (3, 9) -> (4, 0)", "")))
        .isEqualTo(new Outcome.Passed());
    assertThat(failure(next.example("f = 1: (3, 9) -> (4, 10)", "")))
        .endsWith("it gives [4 0]; expected [4 10]");
  }
}
