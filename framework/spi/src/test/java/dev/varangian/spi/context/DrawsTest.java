package dev.varangian.spi.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DrawsTest {
  private static final int MANY = 200_000;
  private static final Draws DRAWS = new Randomness(1, "test").at(new AgentRound(1, 1));

  @Test
  void uniform_numbers_have_the_moments_of_the_uniform_distribution() {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < MANY; i++) {
      double u = DRAWS.uniform(i);
      assertThat(u).isGreaterThan(0).isLessThan(1);
      sum += u;
      squares += (u - 0.5) * (u - 0.5);
    }
    assertThat(sum / MANY).isCloseTo(0.5, within(4.5 * Math.sqrt(1 / 12.0 / MANY)));
    assertThat(squares / MANY).isCloseTo(1 / 12.0, within(4.5 * Math.sqrt(1 / 180.0 / MANY)));
  }

  @Test
  void the_greatest_and_the_least_bits_are_in_the_open_interval_too() {
    assertThat(Randomness.mix(keyOf(-1))).isEqualTo(-1);
    Draws greatest = new Draws(keyOf(-1));
    Draws least = new Draws(keyOf(0));
    assertThat(greatest.uniform(0)).isEqualTo(1 - 0x1p-53);
    assertThat(least.uniform(0)).isEqualTo(0x1p-53);
    assertThat(greatest.gaussian(0)).isFinite().isEqualTo(-least.gaussian(0));
  }

  /** The inverse of {@link Randomness#mix}. */
  private static long keyOf(long bits) {
    long z = bits ^ (bits >>> 31) ^ (bits >>> 62);
    z *= 0x319642b2d24d8ec3L;
    z ^= (z >>> 27) ^ (z >>> 54);
    z *= 0x96de1b173f119089L;
    z ^= (z >>> 30) ^ (z >>> 60);
    return z - 0x9e3779b97f4a7c15L;
  }

  @Test
  void there_is_nothing_below_zero() {
    assertThatThrownBy(() -> DRAWS.below(0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no numbers below 0");
  }

  @Test
  void gaussian_numbers_have_the_moments_of_the_normal_distribution() {
    double sum = 0;
    double squares = 0;
    double fourths = 0;
    int beyondTwo = 0;
    for (int i = 0; i < MANY; i++) {
      double x = DRAWS.gaussian(i);
      sum += x;
      squares += x * x;
      fourths += x * x * x * x;
      beyondTwo += Math.abs(x) > 2 ? 1 : 0;
    }
    assertThat(sum / MANY).isCloseTo(0, within(4.5 / Math.sqrt(MANY)));
    assertThat(squares / MANY).isCloseTo(1, within(4.5 * Math.sqrt(2.0 / MANY)));
    assertThat(fourths / MANY).isCloseTo(3, within(4.5 * Math.sqrt(96.0 / MANY)));
    double expected = 0.04550026389635842;
    assertThat((double) beyondTwo / MANY)
        .isCloseTo(expected, within(4.5 * Math.sqrt(expected / MANY)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 60_000, Integer.MAX_VALUE})
  void below_is_uniform_and_in_bounds(int bound) {
    int bins = Math.min(bound, 10);
    int[] counts = new int[bins];
    for (int i = 0; i < MANY; i++) {
      int drawn = DRAWS.below(bound, i);
      assertThat(drawn).isBetween(0, bound - 1);
      counts[(int) ((long) drawn * bins / bound)]++;
    }
    double chiSquared = 0;
    for (int bin = 0; bin < bins; bin++) {
      double expected = (double) MANY / bins;
      chiSquared += (counts[bin] - expected) * (counts[bin] - expected) / expected;
    }
    // Nine degrees of freedom exceed this once in a hundred thousand times.
    assertThat(chiSquared).isLessThan(39);
  }

  @Test
  void below_reaches_both_ends() {
    boolean[] seen = new boolean[10];
    for (int i = 0; i < 1000; i++) {
      seen[DRAWS.below(10, i)] = true;
    }
    assertThat(seen).doesNotContain(false);
  }

  @Test
  void different_distributions_are_drawn_from_the_same_bits() {
    for (int i = 0; i < 100; i++) {
      double u = DRAWS.uniform(i);
      assertThat(DRAWS.below(1000, i)).isEqualTo((int) (1000 * u));
      assertThat(DRAWS.gaussian(i)).isEqualTo(Normal.quantile(u));
    }
  }
}
