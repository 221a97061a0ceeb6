package dev.varangian.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.Randomness;
import org.junit.jupiter.api.Test;

class RandomVectorTest {
  /** More than two of the blocks in which it writes. */
  private static final int D = 10_007;

  private static float[][] sent(double standardDeviation, long seed, int round, int threads) {
    RandomVector fault =
        new RandomVector(
            new RandomVector.Parameters(standardDeviation), new Randomness(seed, "fault random"));
    return Exchange.of(fault, 3, new float[4][D], round, threads).vectors();
  }

  @Test
  void every_entry_is_drawn_by_seed_round_agent_and_coordinate() {
    float[][] sent = sent(200, 7, 5, 2);
    for (int agent = 0; agent < 3; agent++) {
      Draws draws = new Randomness(7, "fault random").at(new AgentRound(5, agent));
      for (int i = 0; i < D; i++) {
        assertThat(sent[agent][i]).isEqualTo((float) (200 * draws.gaussian(i)));
      }
    }
    assertThat(sent[3]).containsOnly(0);
  }

  @Test
  void its_entries_have_the_mean_and_deviation_of_the_normal_distribution() {
    double sum = 0;
    double squares = 0;
    int within = 0;
    int count = 0;
    for (float[] row : sent(200, 7, 1, 1)) {
      for (float value : row) {
        if (value != 0) {
          sum += value;
          squares += (double) value * value;
          within += Math.abs(value) < 200 ? 1 : 0;
          count++;
        }
      }
    }
    assertThat(count).isEqualTo(3 * D);
    assertThat(sum / count).isCloseTo(0, within(5 * 200 / Math.sqrt(count)));
    assertThat(Math.sqrt(squares / count)).isCloseTo(200, within(5 * 200 / Math.sqrt(2 * count)));
    assertThat(within / (double) count).isCloseTo(0.6827, within(0.015));
  }

  @Test
  void agents_rounds_and_seeds_differ_and_threads_do_not_matter() {
    float[][] sent = sent(1, 7, 1, 1);
    assertThat(sent[1]).isNotEqualTo(sent[0]);
    assertThat(sent(1, 7, 2, 1)[0]).isNotEqualTo(sent[0]);
    assertThat(sent(1, 8, 1, 1)[0]).isNotEqualTo(sent[0]);
    assertThat(sent(1, 7, 1, 3)).isEqualTo(sent);
  }

  @Test
  void a_deviation_of_zero_sends_zeros() {
    for (float value : sent(0, 7, 1, 1)[0]) {
      assertThat(value).isZero();
    }
  }
}
