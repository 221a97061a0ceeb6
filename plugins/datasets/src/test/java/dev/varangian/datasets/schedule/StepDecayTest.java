package dev.varangian.datasets.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepDecayTest {

  @Test
  void decreases_at_fixed_intervals() {
    StepDecay schedule = of(0.8, 0.5, 3);

    assertThat(new double[] {schedule.at(1), schedule.at(2), schedule.at(3)})
        .containsExactly(0.8, 0.8, 0.8);
    assertThat(new double[] {schedule.at(4), schedule.at(6)}).containsExactly(0.4, 0.4);
    assertThat(schedule.at(7)).isEqualTo(0.2);
    assertThat(schedule.at(30)).isEqualTo(0.8 / 512);
  }

  @Test
  void stays_the_same_with_factor_one() {
    assertThat(of(0.1, 1, 1).at(Integer.MAX_VALUE)).isEqualTo(0.1);
  }

  @Test
  void stays_above_zero() {
    assertThat(of(0.1, 0.1, 1).at(1000)).isPositive();
  }

  private static StepDecay of(double initial, double factor, int every) {
    return new StepDecay(new StepDecay.Parameters(initial, factor, every));
  }
}
