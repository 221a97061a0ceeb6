package dev.varangian.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.data.Batch;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.tensor.operation.Shape;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientsTest {

  private static void compute(TestRun run, int round) {
    try (ThreadTeam workers = new ThreadTeam(2)) {
      PreparedRun prepared = run.prepared();
      new Gradients(prepared, workers).compute(new float[prepared.dimension()], round);
    }
  }

  /** Batch sizes of which one, two and many agents share a pass. */
  @ParameterizedTest
  @ValueSource(ints = {1, 8, 50})
  void dropout_drops_by_seed_layer_agent_round_and_index(int batchSize) {
    TestRun run = new TestRun(5);
    run.model = new Models.Dropped();
    run.batchSize = batchSize;
    try (ThreadTeam workers = new ThreadTeam(2)) {
      PreparedRun prepared = run.prepared();
      Gradients gradients = new Gradients(prepared, workers);
      for (int round = 1; round <= 2; round++) {
        gradients.compute(new float[prepared.dimension()], round);
        for (int agent = 0; agent < 5; agent++) {
          Draws draws = new Randomness(run.seed, "dropout 0").at(new AgentRound(round, agent));
          for (int i = 0; i < Models.Dropped.WEIGHTS; i++) {
            assertThat(gradients.rows()[agent][i])
                .isEqualTo(draws.uniform(i) < 0.5 ? 0 : 2f * batchSize);
          }
        }
      }
    }
  }

  /** Batch sizes of which one, two and many agents share a pass. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 8, 50})
  void batches_are_drawn_from_the_agents_part_by_seed_round_agent_and_index(int batchSize) {
    Map<String, float[]> drawn = new ConcurrentHashMap<>();
    DataFault keeper =
        (batch, at) -> {
          for (int i = 0; i < batch.size(); i++) {
            float[] both = Arrays.copyOf(batch.input(i), 4);
            both[3] = batch.target(i);
            drawn.put(at.round() + "/" + at.agent() + "/" + i, both);
          }
        };
    TestRun run = new TestRun(5).fault(keeper, 0, 1, 2, 3, 4);
    run.batchSize = batchSize;
    run.parts =
        IntStream.range(0, 5)
            .mapToObj(agent -> Partition.Part.of(agent, 40 + agent, 20 + agent))
            .toList();
    compute(run, 1);
    compute(run, 2);

    ArrayDataset.Arrays training = (ArrayDataset.Arrays) run.dataset.training();
    Map<String, float[]> expected = new TreeMap<>();
    for (int round = 1; round <= 2; round++) {
      for (int agent = 0; agent < 5; agent++) {
        Draws draws = new Randomness(run.seed, "batch").at(new AgentRound(round, agent));
        for (int i = 0; i < batchSize; i++) {
          int index = run.parts.get(agent).index(draws.below(3, i));
          float[] both = Arrays.copyOf(training.inputs()[index], 4);
          both[3] = training.targets()[index][0];
          expected.put(round + "/" + agent + "/" + i, both);
        }
      }
    }
    assertThat(drawn).hasSameSizeAs(expected);
    expected.forEach((key, sample) -> assertThat(drawn.get(key)).as(key).isEqualTo(sample));
  }

  @Test
  void faults_on_data_change_their_own_agents_samples_only() {
    DataFault wiper =
        (batch, at) -> {
          for (int i = 0; i < batch.size(); i++) {
            batch.setInput(i, new float[3]);
            batch.setTarget(i, 0);
          }
        };
    TestRun run = new TestRun(4);
    TestRun wiped = new TestRun(4).fault(wiper, 1, 3);
    try (ThreadTeam workers = new ThreadTeam(2)) {
      Gradients correct = new Gradients(run.prepared(), workers);
      Gradients changed = new Gradients(wiped.prepared(), workers);
      correct.compute(new float[] {1, 2, 3, 0}, 1);
      changed.compute(new float[] {1, 2, 3, 0}, 1);
      for (int agent = 0; agent < 4; agent++) {
        if (agent % 2 == 1) {
          assertThat(changed.losses()[agent]).isZero();
          assertThat(changed.rows()[agent]).containsOnly(0);
        } else {
          assertThat(changed.losses()[agent]).isEqualTo(correct.losses()[agent]).isNotZero();
          assertThat(changed.rows()[agent]).isEqualTo(correct.rows()[agent]);
        }
      }
    }
  }

  @Test
  void a_fault_cannot_reach_beyond_its_batch() {
    TestRun run = new TestRun(2).fault((DataFault) GradientsTest::reachBeyond, 0);
    compute(run, 1);
  }

  private static void reachBeyond(Batch batch, AgentRound at) {
    assertThat(batch.size()).isEqualTo(3);
    assertThat(batch.classes()).isZero();
    assertThat(batch.inputShape()).isEqualTo(Shape.of(3));
    for (int outside : new int[] {-1, 3}) {
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> batch.setTarget(outside, 1));
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> batch.target(outside));
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> batch.input(outside));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> batch.setInput(0, new float[4]))
        .withMessageContaining("4 numbers where samples have 3");
    float[] copy = batch.input(0);
    copy[0]++;
    assertThat(batch.input(0)[0]).isNotEqualTo(copy[0]);
  }
}
