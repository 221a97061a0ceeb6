package dev.varangian.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.varangian.tensor.operation.Mode;
import dev.varangian.tensor.operation.RandomBits;
import dev.varangian.tensor.operation.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class DropoutTest {
  private static final int SIZE = 20_000;

  private static final RandomBits RANDOM =
      (layer, agent, index) ->
          new SplittableRandom(1_000_003L * layer + 7919L * agent + index).nextLong();

  @Test
  void drops_the_share_that_its_rate_says_and_keeps_the_sum() {
    float[] ones = new float[SIZE];
    Arrays.fill(ones, 1);
    Tensor y = Tape.eager(new Mode.Training(RANDOM)).input(Shape.of(SIZE), ones).dropout(0.2);
    int dropped = 0;
    for (float value : y.values()) {
      dropped += value == 0 ? 1 : 0;
      assertThat(value).isIn(0f, 1.25f);
    }
    assertThat(dropped / (double) SIZE).isCloseTo(0.2, within(0.02));
  }

  @Test
  void agents_and_layers_drop_values_of_their_own() {
    Tape tape = Tape.recording();
    Tensor w = tape.parameter("w", Shape.of(64), 0);
    Tensor first = w.dropout(0.5);
    Tensor second = w.dropout(0.5);
    Plan plan = Plan.of(first.add(second).sum(), 2, true);
    float[] weights = new float[64];
    Arrays.fill(weights, 1);
    plan.forward(Weights.shared(weights), 2, new Mode.Training(RANDOM));
    float[] of = plan.values(first).clone();
    float[] other = plan.values(second).clone();
    for (int agent = 0; agent < 2; agent++) {
      for (int i = 0; i < 64; i++) {
        int at = agent * 64 + i;
        assertThat(of[at]).isEqualTo(RANDOM.at(0, agent, i) < 0 ? 2 : 0);
        assertThat(other[at]).isEqualTo(RANDOM.at(1, agent, i) < 0 ? 2 : 0);
      }
    }
    float[][] rows = new float[2][64];
    plan.backward(rows, 0);
    for (int i = 0; i < 128; i++) {
      assertThat(rows[i / 64][i % 64]).isEqualTo(of[i] + other[i]);
    }
  }
}
