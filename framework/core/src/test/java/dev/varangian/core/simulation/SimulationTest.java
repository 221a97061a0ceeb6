package dev.varangian.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.varangian.core.component.ComponentException;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.run.AgentRow;
import dev.varangian.spi.run.RoundRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {

  @ParameterizedTest(name = "n={0}, k={1}, averaging {2}, {3} threads")
  @CsvSource({
    "1, 1, 0, 1",
    "2, 3, 0.6, 2",
    "6, 1, 0, 2",
    "6, 7, 0.3, 1",
    "6, 40, 0, 2",
    "33, 5, 0.2, 3"
  })
  void every_number_is_that_of_the_plain_recomputation(
      int agents, int batchSize, double averaging, int threads) {
    TestRun run = new TestRun(agents);
    run.batchSize = batchSize;
    run.averaging = averaging;
    run.parts = partsOfTheirOwn(agents);
    if (agents > 1) {
      run.faultBetween(2, 4, new Faults.Scale(-2), 1);
    }
    if (agents > 5) {
      run.faultBetween(1, 3, new Faults.Negate(), 2, 4).faultBetween(3, 5, Faults.silent(), 5);
    }
    assertSame(run.run(threads), SlowSimulation.run(run));
  }

  /** Different for each agent, so that it shows who drew for whom. */
  private static List<Partition.Part> partsOfTheirOwn(int agents) {
    List<Partition.Part> parts = new ArrayList<>();
    for (int agent = 0; agent < agents; agent++) {
      parts.add(Partition.Part.of(agent, agent + 7, 49 - agent, 2 * agent % 50));
    }
    return parts;
  }

  private static void assertSame(RecordedRun result, List<SlowSimulation.Round> expected) {
    assertThat(result.divergedAt()).isEmpty();
    assertThat(result.rounds()).hasSameSizeAs(expected);
    int n = result.result().spec().agents();
    for (int i = 0; i < expected.size(); i++) {
      RoundRow row = result.rounds().get(i);
      SlowSimulation.Round slow = expected.get(i);
      assertThat(row.round()).isEqualTo(i + 1);
      assertThat(row.trainLoss()).as("train loss").isCloseTo(slow.trainLoss(), near(1));
      assertThat(row.honestGradientNorm()).isCloseTo(slow.honestNorm(), near(slow.honestNorm()));
      assertThat(row.updateNorm()).isCloseTo(slow.updateNorm(), near(slow.updateNorm()));
      assertThat(row.faultyWeight()).isCloseTo(slow.faultyWeight(), near(1));
      assertThat(row.missing()).isEqualTo(slow.missing());
      if (!Double.isNaN(row.testLoss())) {
        assertThat(row.testLoss()).isCloseTo(slow.testLoss(), near(slow.testLoss()));
      }
      for (int agent = 0; agent < n; agent++) {
        AgentRow each = result.agents().get(i * n + agent);
        assertThat(each.round()).isEqualTo(i + 1);
        assertThat(each.agent()).isEqualTo(agent);
        assertThat(each.norm()).isCloseTo(slow.norms()[agent], near(1 + slow.norms()[agent]));
        assertThat(each.weight()).isCloseTo(2.0 * (agent + 1) / (n * (n + 1.0)), near(1));
        assertThat(each.faulty()).isEqualTo(result.result().spec().faultyAgents().contains(agent));
      }
    }
    double[] last = expected.get(expected.size() - 1).weights();
    assertThat(result.result().parameters()).isEqualTo(last.length);
    assertThat(result.weights()).hasSize(last.length);
    for (int i = 0; i < last.length; i++) {
      assertThat((double) result.weights()[i]).isCloseTo(last[i], near(1));
    }
  }

  private static Offset<Double> near(double size) {
    return within(2e-5 * (1 + size));
  }

  @Test
  void a_fault_on_data_and_one_on_gradients_act_one_after_the_other_whatever_their_order() {
    TestRun dataFirst = new TestRun(3).fault(new Faults.Negate(), 0).fault(new Faults.Scale(-2), 0);
    TestRun dataLast = new TestRun(3).fault(new Faults.Scale(-2), 0).fault(new Faults.Negate(), 0);
    assertSame(dataFirst.run(), SlowSimulation.run(dataFirst));
    assertThat(dataLast.run().weights()).isEqualTo(dataFirst.run().weights());
  }

  @Test
  void the_test_set_is_measured_in_multiples_of_evaluate_every_and_in_the_last_round() {
    TestRun run = new TestRun(2);
    run.rounds = 8;
    run.evaluateEvery = 3;
    assertThat(run.run().rounds())
        .filteredOn(row -> !Double.isNaN(row.testLoss()))
        .extracting(RoundRow::round)
        .containsExactly(3, 6, 8);
  }

  @Test
  void without_classes_there_is_no_accuracy() {
    assertThat(new TestRun(2).run().rounds())
        .allSatisfy(row -> assertThat(row.testAccuracy()).isNaN());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5})
  void no_filter_ever_sees_a_number_that_is_not_finite(double averaging) {
    Filters.Recording filter = new Filters.Recording();
    TestRun run = new TestRun(8);
    run.filter = filter;
    run.averaging = averaging;
    run.fault(new Faults.Forge(Knowledge.NOTHING, (s, out) -> out.fill(Float.NaN)), 0)
        .fault(
            new Faults.Forge(
                Knowledge.NOTHING,
                (s, out) -> out.set(out.length() - 1, new float[] {Float.NEGATIVE_INFINITY}, 0, 1)),
            1)
        .fault(message(new float[3]), 2)
        .fault(message(new float[] {1, 2, 3, Float.POSITIVE_INFINITY}), 3)
        .fault(Faults.silent(), 4)
        .fault(new Faults.Scale(1e300), 5);
    RecordedRun result = run.run(2);

    assertThat(result.rounds()).allSatisfy(row -> assertThat(row.missing()).isEqualTo(6));
    assertThat(filter.received).hasSize(run.rounds);
    for (float[][] rows : filter.received) {
      for (int agent = 0; agent < 6; agent++) {
        assertThat(rows[agent]).containsOnly(0f);
      }
      assertThat(rows[6]).doesNotContain(0f);
    }
    assertThat(result.agents())
        .filteredOn(row -> row.agent() < 6)
        .extracting(AgentRow::norm)
        .containsOnly(0.0);
  }

  private static Faults.Send message(float[] vector) {
    return new Faults.Send(Knowledge.NOTHING, situation -> Optional.of(vector));
  }

  @Test
  void a_faulty_agent_whose_fault_has_not_begun_sends_its_correct_gradient() {
    Filters.Recording with = new Filters.Recording();
    Filters.Recording without = new Filters.Recording();
    TestRun later = new TestRun(3).faultBetween(3, 4, Faults.silent(), 1);
    later.filter = with;
    TestRun never = new TestRun(3);
    never.filter = without;
    RecordedRun result = later.run();
    never.run();
    assertThat(Arrays.deepEquals(with.received.get(0), without.received.get(0))).isTrue();
    assertThat(Arrays.deepEquals(with.received.get(1), without.received.get(1))).isTrue();
    assertThat(result.rounds()).extracting(RoundRow::missing).containsExactly(0, 0, 1, 1, 0);
    assertThat(result.agents())
        .filteredOn(AgentRow::faulty)
        .extracting(AgentRow::agent)
        .containsOnly(1);
  }

  @Test
  void a_filter_without_weights_leaves_them_undefined() {
    TestRun run = new TestRun(2).fault(new Faults.Scale(-1), 0);
    run.filter = new Filters.Weighted(0, 0);
    RecordedRun result = run.run();
    assertThat(result.rounds())
        .allSatisfy(
            row -> {
              assertThat(row.faultyWeight()).isNaN();
              assertThat(row.updateNorm()).isZero();
            });
    assertThat(result.agents()).allSatisfy(row -> assertThat(row.weight()).isNaN());
  }

  @Test
  void coordinate_filters_are_asked_whom_they_used_in_evaluated_rounds_only() {
    TestRun run = new TestRun(3);
    run.filter = Filters.Middle.of(1, 1);
    run.rounds = 3;
    assertThat(run.run().rounds())
        .extracting(row -> Double.isNaN(row.faultyWeight()))
        .containsExactly(true, false, false);
  }

  @Test
  void a_step_size_that_is_not_positive_names_the_schedule() {
    for (double wrong : new double[] {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      TestRun run = new TestRun(2);
      run.stepSize = round -> round == 2 ? wrong : 0.1;
      assertThatExceptionOfType(ComponentException.class)
          .isThrownBy(run::run)
          .withMessageContaining("the schedule schedule of the plugin ")
          .withMessageEndingWith(
              " failed in round 2: it returned the step size "
                  + wrong
                  + ", expected a positive number");
    }
  }

  @Test
  void the_recorder_is_told_of_every_round_in_order() {
    RecordedRun run = new TestRun(2).run(2);
    assertThat(run.rounds()).extracting(RoundRow::round).containsExactly(1, 2, 3, 4, 5);
    assertThat(run.timings()).extracting(TimingRow::round).containsExactly(1, 2, 3, 4, 5);
    assertThat(run.result().last()).isEqualTo(run.rounds().get(4));
  }

  @Test
  void the_best_accuracy_is_the_greatest_of_the_evaluated_rounds() {
    TestRun run = new TestRun(2);
    run.dataset = ArrayDataset.classification(3, 4, 50, 40);
    run.model = new Models.Linear();
    run.stepSize = round -> round < 5 ? 0.5 : 20; // it gets worse in the end
    run.rounds = 9;
    RecordedRun recorded = run.run();
    double[] measured =
        recorded.rounds().stream()
            .mapToDouble(RoundRow::testAccuracy)
            .filter(accuracy -> !Double.isNaN(accuracy))
            .toArray();
    assertThat(measured).hasSize(5);
    assertThat(measured[4]).isLessThan(Arrays.stream(measured).max().orElseThrow());
    assertThat(recorded.result().bestTestAccuracy())
        .isEqualTo(Arrays.stream(measured).max().orElseThrow());
  }
}
