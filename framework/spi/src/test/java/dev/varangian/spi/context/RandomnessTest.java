package dev.varangian.spi.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RandomnessTest {
  private static final int MANY = 100_000;

  @Test
  void mix_is_split_mix64() {
    // The generator seeded with 0 and with 1234567: its published first outputs.
    assertThat(Randomness.mix(0)).isEqualTo(0xe220a8397b1dcdafL);
    assertThat(Randomness.mix(0x9e3779b97f4a7c15L)).isEqualTo(0x6e789e6aa1b965f4L);
    assertThat(Randomness.mix(1234567)).isEqualTo(6457827717110365317L);
  }

  @Test
  void the_same_question_has_the_same_answer() {
    Draws first = new Randomness(1, "batches").at(new AgentRound(7, 3));
    long later = first.bits(1_000_000_000_000L);
    Draws again = new Randomness(1, "batches").at(new AgentRound(7, 3));
    assertThat(again.bits(1_000_000_000_000L)).isEqualTo(later);
    assertThat(again.bits(0)).isEqualTo(first.bits(0));
  }

  /** A change of these numbers changes every experiment. */
  @Test
  void the_numbers_are_pinned() {
    Draws draws = new Randomness(1, "batches").at(new AgentRound(7, 3));
    assertThat(draws.bits(0)).isEqualTo(0x584a7199292e847aL);
    assertThat(draws.bits(1)).isEqualTo(0x29df388f15410239L);
    assertThat(draws.bits(2)).isEqualTo(0xdbb0f2d1790c76f0L);
    assertThat(draws.below(60_000, 0)).isEqualTo(20693);
    assertThat(draws.below(60_000, 1)).isEqualTo(9813);
    assertThat(draws.below(60_000, 2)).isEqualTo(51490);
    assertThat(draws.uniform(0)).isCloseTo(0.34488592137602764, within(1e-15));
    assertThat(draws.uniform(2)).isCloseTo(0.8581687699707332, within(1e-15));
    assertThat(draws.gaussian(0)).isCloseTo(-0.3991647120038184, within(1e-14));
    assertThat(draws.gaussian(2)).isCloseTo(1.0721281869584387, within(1e-14));
    assertThat(new Randomness(-5, "").at(0).bits(0)).isEqualTo(0xdb96371b9fd007c4L);
  }

  @Test
  void every_seed_purpose_round_agent_and_index_has_numbers_of_its_own() {
    Set<Long> bits = new HashSet<>();
    int asked = 0;
    for (long seed = -1; seed <= 1; seed++) {
      for (String purpose : new String[] {"", "a", "b", "aa", "ab", "ba"}) {
        Randomness randomness = new Randomness(seed, purpose);
        for (int round = 0; round < 12; round++) {
          for (int agent = 0; agent < 12; agent++) {
            for (int index = 0; index < 12; index++) {
              bits.add(randomness.at(new AgentRound(round, agent)).bits(index));
              asked++;
            }
          }
        }
      }
    }
    assertThat(bits).hasSize(asked);
  }

  @Test
  void neighbours_in_every_direction_are_uncorrelated() {
    Randomness batches = new Randomness(1, "batches");
    Randomness otherPurpose = new Randomness(1, "fault");
    Randomness otherSeed = new Randomness(2, "batches");
    double[] base = new double[MANY];
    double[][] neighbours = new double[5][MANY];
    for (int i = 0; i < MANY; i++) {
      int round = i / 100;
      int agent = i % 10;
      int index = i / 10 % 10;
      base[i] = batches.at(new AgentRound(round, agent)).uniform(index);
      neighbours[0][i] = batches.at(new AgentRound(round, agent)).uniform(index + 1);
      neighbours[1][i] = batches.at(new AgentRound(round, agent + 1)).uniform(index);
      neighbours[2][i] = batches.at(new AgentRound(round + 1, agent)).uniform(index);
      neighbours[3][i] = otherPurpose.at(new AgentRound(round, agent)).uniform(index);
      neighbours[4][i] = otherSeed.at(new AgentRound(round, agent)).uniform(index);
    }
    for (int direction = 0; direction < neighbours.length; direction++) {
      double sum = 0;
      for (int i = 0; i < MANY; i++) {
        sum += (base[i] - 0.5) * (neighbours[direction][i] - 0.5) * 12;
      }
      // The correlation's standard deviation is 1 / sqrt(MANY).
      assertThat(sum / MANY)
          .as("direction %d", direction)
          .isCloseTo(0, within(4.5 / Math.sqrt(MANY)));
    }
  }
}
