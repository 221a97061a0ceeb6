package dev.varangian.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.spi.data.Partition;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.run.AgentRow;
import dev.varangian.spi.run.RoundRow;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DivergenceTest {

  /** Agent 0 draws sample 0, agent 1 sample 1, and so on. */
  private static TestRun line(float[][] inputs, float[][] targets) {
    TestRun run = new TestRun(inputs.length);
    run.dataset = ArrayDataset.line(inputs, targets);
    run.batchSize = 2;
    run.parts = IntStream.range(0, inputs.length).mapToObj(i -> Partition.Part.of(i)).toList();
    run.stepSize = round -> 0.125;
    return run;
  }

  private static float[][] column(float... values) {
    float[][] column = new float[values.length][1];
    for (int i = 0; i < values.length; i++) {
      column[i][0] = values[i];
    }
    return column;
  }

  @Test
  void an_honest_loss_that_overflows_ends_the_run() {
    TestRun run = line(column(1e-20f, 1), column(1e20f, 1));
    run.model = new Models.Proportion();
    RecordedRun result = run.run();

    assertThat(result.divergedAt()).hasValue(1);
    assertThat(result.weights()).containsExactly(0);
    assertThat(result.rounds()).hasSize(1);
    RoundRow row = result.rounds().get(0);
    assertThat(row.trainLoss()).isInfinite();
    assertThat(row.honestGradientNorm()).isFinite();
    assertThat(row.updateNorm()).isNaN();
    assertThat(row.testLoss()).isNaN();
    assertThat(row.faultyWeight()).isNaN();
  }

  @Test
  void an_honest_gradient_that_overflows_ends_the_run_and_is_not_missing() {
    TestRun run = line(column(1, 3e38f), column(0, 0));
    run.model = new Models.Slope();
    RecordedRun result = run.run();

    assertThat(result.divergedAt()).hasValue(1);
    RoundRow row = result.rounds().get(0);
    assertThat(row.trainLoss()).isZero();
    assertThat(row.honestGradientNorm()).isInfinite();
    assertThat(row.missing()).isZero();
  }

  @Test
  void a_faulty_agents_overflow_counts_as_missing_and_the_run_goes_on() {
    TestRun run =
        line(column(1, 3e38f), column(0, 0))
            .faultBetween(2, 2, new Faults.Forge(Knowledge.NOTHING, (s, out) -> out.fill(1)), 1);
    run.model = new Models.Slope();
    RecordedRun result = run.run();

    assertThat(result.divergedAt()).isEmpty();
    assertThat(result.rounds()).hasSize(5);
    assertThat(result.rounds()).extracting(RoundRow::missing).containsExactly(1, 0, 1, 1, 1);
    assertThat(result.rounds())
        .allSatisfy(row -> assertThat(row.honestGradientNorm()).isEqualTo(2));
  }

  @Test
  void of_faulty_agents_nothing_was_received_in_a_round_that_ends_before_messages() {
    TestRun run = line(column(1, 3e38f, 1), column(0, 0, 0)).fault(new Faults.Scale(-1), 2);
    run.model = new Models.Slope();
    assertThat(run.run().agents()).extracting(AgentRow::norm).containsExactly(2.0, INFINITE, NONE);
  }

  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final double NONE = Double.NaN;

  @Test
  void a_weight_that_overflows_ends_the_run_with_the_last_finite_weights() {
    TestRun run = line(column(1, 1), column(0, 0));
    run.model = new Models.Slope();
    run.filter = new Filters.Weighted(0.5, 0.5);
    run.stepSize = round -> round < 4 ? 0.25 : 3e38;
    run.rounds = 10;
    run.evaluateEvery = 3;
    RecordedRun result = run.run(2);

    assertThat(result.divergedAt()).hasValue(4);
    assertThat(result.weights()).containsExactly(-1.5f);
    assertThat(result.rounds()).extracting(RoundRow::round).containsExactly(1, 2, 3, 4);
    assertThat(result.agents()).hasSize(8);
    assertThat(result.timings()).hasSize(4);
    RoundRow last = result.rounds().get(3);
    assertThat(last.updateNorm()).isEqualTo(2);
    assertThat(last.trainLoss()).isEqualTo(-3);
    assertThat(last.testLoss()).isNaN();
  }

  @Test
  void a_filtered_vector_that_overflows_ends_the_run() {
    TestRun run = line(column(1e38f, 1e38f, 1e38f), column(0, 0, 0));
    run.model = new Models.Slope();
    run.filter = new Filters.Weighted(1, 1, 1);
    RecordedRun result = run.run();
    assertThat(result.divergedAt()).hasValue(1);
    assertThat(result.weights()).containsExactly(0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e39, 3e38})
  void the_last_row_has_the_accuracy_of_guessing_class_zero(double stepSize) {
    TestRun run = new TestRun(3);
    run.dataset = ArrayDataset.classification(4, 3, 50, 101);
    run.model = new Models.Linear();
    run.evaluateEvery = 1000;
    run.rounds = 1000;
    run.stepSize = round -> round == 7 ? stepSize * 1e30 : 0.1;
    RecordedRun result = run.run();

    ArrayDataset.Arrays test = (ArrayDataset.Arrays) run.dataset.test();
    long zeros = List.of(test.targets()).stream().filter(target -> target[0] == 0).count();
    assertThat(result.divergedAt()).hasValue(7);
    assertThat(result.rounds()).hasSize(7);
    assertThat(result.rounds().get(6).testAccuracy()).isEqualTo(zeros / 101.0);
    assertThat(zeros).isBetween(1L, 100L);
  }
}
