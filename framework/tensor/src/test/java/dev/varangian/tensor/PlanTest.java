package dev.varangian.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.tensor.Examples.Family;
import dev.varangian.tensor.operation.Mode;
import dev.varangian.tensor.operation.Shape;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PlanTest {
  private static final int SEEDS = 6;
  private static final int AGENTS = 4;

  static Stream<Family> families() {
    return Examples.all();
  }

  /** A round of which the leaves with gradients are parameters, or only some of them. */
  private static Round round(Family family, Random random, boolean all) {
    Example example = family.example(random);
    boolean[] parameter = new boolean[example.leaves().size()];
    boolean any = false;
    while (!any) {
      for (int leaf = 0; leaf < parameter.length; leaf++) {
        boolean differentiable = example.leaves().get(leaf).differentiable();
        parameter[leaf] = differentiable && (all || random.nextBoolean());
        any |= parameter[leaf];
      }
    }
    return new Round(example, parameter, AGENTS, random);
  }

  @ParameterizedTest
  @MethodSource("families")
  void many_agents_in_one_pass_give_the_bits_of_each_alone(Family family) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Round round = round(family, new Random(seed), seed == 0);
      Round.Outcome alone = round.planned(1, 0, 1);
      for (int capacity = 2; capacity <= AGENTS + 2; capacity++) {
        Round.Outcome together = round.planned(capacity, 0, 1);
        assertThat(together.losses())
            .as("losses, seed %d, capacity %d", seed, capacity)
            .isEqualTo(alone.losses());
        assertThat(together.rows())
            .as("rows, seed %d, capacity %d", seed, capacity)
            .isDeepEqualTo(alone.rows());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void a_plan_gives_the_bits_of_the_eager_tape(Family family) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Round round = round(family, new Random(seed), seed == 0);
      Round.Outcome planned = round.planned(AGENTS, 0, 1);
      for (int agent = 0; agent < AGENTS; agent++) {
        assertThat(Arrays.copyOf(planned.rows()[agent], round.dimension()))
            .as("seed %d, agent %d", seed, agent)
            .isEqualTo(round.eager(agent));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void a_plan_run_twice_gives_the_same_bits(Family family) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Round round = round(family, new Random(seed), seed == 0);
      Round.Outcome once = round.planned(3, 0, 1);
      Round.Outcome twice = round.planned(3, 0, 2);
      assertThat(twice.losses()).as("losses, seed %d", seed).isEqualTo(once.losses());
      assertThat(twice.rows()).as("rows, seed %d", seed).isDeepEqualTo(once.rows());
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void backward_writes_the_first_entries_of_the_agents_rows_and_nothing_else(Family family) {
    for (int seed = 0; seed < SEEDS; seed++) {
      int firstRow = 2;
      Round round = round(family, new Random(seed), seed == 0);
      float[][] rows = round.planned(3, firstRow, 1).rows();
      for (int row = 0; row < rows.length; row++) {
        boolean anAgents = row >= firstRow && row < firstRow + AGENTS;
        for (int i = 0; i < rows[row].length; i++) {
          boolean written = rows[row][i] != Round.CANARY;
          assertThat(written)
              .as("seed %d, row %d, entry %d of %d", seed, row, i, round.dimension())
              .isEqualTo(anAgents && i < round.dimension());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void equal_weights_of_each_agent_give_the_bits_of_shared_ones(Family family) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Round round = round(family, new Random(seed), seed == 0);
      float[][] each = new float[AGENTS][];
      Arrays.fill(each, round.weights());
      Round.Outcome shared = round.planned(3, 0, 1);
      Round.Outcome own = round.planned(each, 3);
      assertThat(own.losses()).as("losses, seed %d", seed).isEqualTo(shared.losses());
      assertThat(own.rows()).as("rows, seed %d", seed).isDeepEqualTo(shared.rows());
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void agents_with_weights_of_their_own_get_the_gradients_that_they_have_alone(Family family) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Round round = round(family, random, seed == 0);
      float[][] each = new float[AGENTS][];
      for (int agent = 0; agent < AGENTS; agent++) {
        each[agent] = round.weights().clone();
        for (int i = 0; i < each[agent].length; i++) {
          each[agent][i] += agent * random.nextFloat();
        }
      }
      Round.Outcome alone = round.planned(each, 1);
      Round.Outcome together = round.planned(each, AGENTS);
      assertThat(together.losses()).as("losses, seed %d", seed).isEqualTo(alone.losses());
      assertThat(together.rows()).as("rows, seed %d", seed).isDeepEqualTo(alone.rows());
    }
  }

  @Test
  void weights_that_do_not_suffice_are_refused() {
    Plan plan = Plan.of(Tape.recording().parameter("two", Shape.of(2), 1).sum(), 3, true);
    assertThatThrownBy(() -> plan.forward(new float[1], 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 weights, expected at least 2 for 3 agents");
    Mode mode = new Mode.Evaluation(new double[0]);
    assertThatThrownBy(() -> plan.forward(Weights.ofEach(new float[5], 2), 3, mode))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("5 weights, expected at least 6 for 3 agents");
    assertThatThrownBy(() -> plan.forward(Weights.ofEach(new float[5], 1), 3, mode))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a stride of 1 weights, expected at least the 2 parameters");
    assertThatThrownBy(() -> Weights.ofEach(new float[5], 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a stride of 0 weights, expected at least 1");
  }

  @Test
  void a_parameter_that_the_loss_does_not_depend_on_is_refused() {
    Tape tape = Tape.recording();
    Tensor used = tape.parameter("used", Shape.of(2), 1);
    tape.parameter("idle", Shape.of(2), 1);
    assertThatThrownBy(() -> Plan.of(used.sum(), 1, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the loss does not depend on parameter idle");
  }

  @Test
  void a_plan_of_more_than_one_value_is_refused() {
    Tensor two = Tape.recording().parameter("two", Shape.of(2), 1);
    assertThatThrownBy(() -> Plan.of(two, 1, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a tensor of shape [2]");
  }

  @Test
  void a_plan_for_no_agents_is_refused() {
    Tensor one = Tape.recording().parameter("one", Shape.of(1), 1);
    assertThatThrownBy(() -> Plan.of(one, 0, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a plan for 0 agents, expected at least 1");
  }

  @Test
  void more_agents_than_the_capacity_are_refused() {
    Tensor one = Tape.recording().parameter("one", Shape.of(1), 1);
    Plan plan = Plan.of(one, 2, true);
    assertThatThrownBy(() -> plan.forward(new float[1], 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a plan for up to 2 agents was run for 3");
  }

  @Test
  void operations_computed_as_one_give_the_same_gradients_as_separate_ones() {
    float[][] asOne = pooledRows(false);
    float[][] apart = pooledRows(true);
    assertThat(asOne).isDeepEqualTo(apart);
    assertThat(asOne[0]).doesNotContain(0f);
  }

  /** Where the maps are used twice, nothing can be computed as one. */
  private static float[][] pooledRows(boolean usedTwice) {
    Tape tape = Tape.recording();
    Tensor x = tape.input(Shape.of(9, 7, 6, 2));
    Tensor factors = tape.input(Shape.of(9, 2, 2, 7));
    Tensor none = tape.input(Shape.of(9, 5, 5, 7));
    Tensor maps =
        x.conv2d(
                tape.parameter("weight", Shape.of(7, 3, 2, 2), 1),
                tape.parameter("bias", Shape.of(7), 1))
            .relu();
    Tensor loss = maps.maxPool2d(2).multiply(factors).sum();
    Plan plan = Plan.of(usedTwice ? loss.add(maps.multiply(none).sum()) : loss, 2, true);
    Random random = new Random(3);
    for (Tensor input : new Tensor[] {x, factors}) {
      float[] values = plan.values(input);
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextFloat() - 0.5f;
      }
    }
    float[] weights = new float[tape.dimension()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextFloat() - 0.5f;
    }
    float[][] rows = new float[2][weights.length];
    plan.forward(weights, 2);
    plan.backward(rows, 0);
    return rows;
  }

  @Test
  void a_plan_keeps_results_that_several_operations_use() {
    Tape tape = Tape.recording();
    Tensor x = tape.input(Shape.of(1, 4, 4, 1));
    Tensor convolved =
        x.conv2d(
            tape.parameter("weight", Shape.of(1, 1, 1, 1), 1),
            tape.parameter("bias", Shape.of(1), 1));
    Tensor pooled = convolved.relu().maxPool2d(2);
    Plan alone = Plan.of(pooled.sum(), 1, true);
    assertThatThrownBy(() -> alone.values(convolved))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the plan does not keep this tensor");
    Plan both = Plan.of(pooled.sum().add(convolved.sum()), 1, true);
    float[] values = both.values(x);
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    both.forward(new float[] {1, -6}, 1);
    assertThat(both.values(convolved)).startsWith(-6, -5, -4);
    assertThat(both.values(pooled)).containsExactly(0, 1, 7, 9);
  }

  @Test
  void more_agents_than_an_array_can_hold_are_refused() {
    Tape tape = Tape.recording();
    Tensor x = tape.input(Shape.of(16, 28, 28, 1));
    assertThatThrownBy(() -> Plan.of(x.sum(), 200_000, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a plan for 200000 agents");
  }

  @Test
  void working_memory_that_no_array_can_hold_is_refused() {
    Tape tape = Tape.recording();
    Tensor x = tape.input(Shape.of(1, 12_000, 12_000, 1));
    Tensor y =
        x.conv2d(
            tape.parameter("weight", Shape.of(1, 20, 20, 1), 1),
            tape.parameter("bias", Shape.of(1), 1));
    assertThatThrownBy(() -> Plan.of(y.sum(), 1, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a plan for 1 agents");
  }

  @Test
  void backward_of_a_plan_without_gradients_is_refused() {
    Tensor one = Tape.recording().parameter("one", Shape.of(1), 1);
    Plan plan = Plan.of(one.sum(), 1, false);
    plan.forward(new float[1], 1);
    assertThatThrownBy(() -> plan.backward(new float[1][1], 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this plan has no gradients");
  }

  @Test
  void a_parameter_that_is_the_loss_itself_has_gradient_one() {
    Plan plan = Plan.of(Tape.recording().parameter("one", Shape.of(1), 1), 2, true);
    float[][] rows = new float[2][1];
    plan.forward(new float[] {7}, 2);
    plan.backward(rows, 0);
    assertThat(rows).isDeepEqualTo(new float[][] {{1}, {1}});
  }
}
