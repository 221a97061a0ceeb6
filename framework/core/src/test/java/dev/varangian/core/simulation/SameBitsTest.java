package dev.varangian.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
import dev.varangian.spi.filter.GradientFilter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameBitsTest {
  private static final int INPUTS = 101;
  private static final int CLASSES = 50;

  /** More coordinates than a block has, several agents in a pass and several passes. */
  private static RecordedRun run(int agents, int batchSize, GradientFilter filter, int threads) {
    TestRun run = new TestRun(agents);
    run.dataset = ArrayDataset.classification(INPUTS, CLASSES, 50, 70);
    run.model = new Models.Linear();
    run.batchSize = batchSize;
    run.averaging = 0.25;
    run.filter = filter;
    run.rounds = 3;
    if (agents > 1) {
      run.fault(new Faults.Scale(-3), agents - 1);
    }
    if (agents > 4) {
      run.fault(new Faults.Forge(Knowledge.ALL_GRADIENTS, SameBitsTest::sum), 0, 2);
    }
    return run.run(threads);
  }

  @ParameterizedTest(name = "n={0}, k={1}")
  @CsvSource({"5, 2", "33, 8"})
  void the_number_of_threads_changes_no_bit_of_a_residual_network(int agents, int batchSize) {
    TestRun run = new TestRun(agents);
    run.dataset = ArrayDataset.classification(48, 7, 50, 70);
    run.model = new Models.Residual();
    run.batchSize = batchSize;
    RecordedRun one = run.run(1);
    assertThat(one.divergedAt()).isEmpty();
    for (int threads : new int[] {2, 3}) {
      RecordedRun more = run.run(threads);
      assertThat(more.weights()).isEqualTo(one.weights());
      assertThat(more.rounds()).isEqualTo(one.rounds());
    }
  }

  private static void sum(Situation situation, OutputRow out) {
    double[] weights = new double[situation.honest().size()];
    for (int i = 0; i < weights.length; i++) {
      Row row = situation.honest().get(i);
      weights[i] = row.dot(row) / (1 + row.squaredNorm());
    }
    out.combine(weights, situation.honest());
  }

  @ParameterizedTest(name = "n={0}, k={1}")
  @CsvSource({"1, 1", "5, 1", "33, 1", "5, 8", "33, 8", "5, 33", "2, 100"})
  void the_number_of_threads_changes_no_bit(int agents, int batchSize) {
    for (GradientFilter filter :
        new GradientFilter[] {new Filters.ByNorm(), Filters.Middle.of(0, (agents - 1) / 2)}) {
      RecordedRun one = run(agents, batchSize, filter, 1);
      assertThat(one.divergedAt()).isEmpty();
      for (int threads : new int[] {2, 3, 7}) {
        RecordedRun more = run(agents, batchSize, filter, threads);
        assertThat(more.weights()).isEqualTo(one.weights());
        assertThat(more.rounds()).isEqualTo(one.rounds());
        assertThat(more.agents()).isEqualTo(one.agents());
      }
    }
  }
}
