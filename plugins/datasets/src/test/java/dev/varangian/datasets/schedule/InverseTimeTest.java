package dev.varangian.datasets.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InverseTimeTest {

  @Test
  void begins_with_the_initial_step_size_in_round_one() {
    assertThat(of(0.3, 0.7).at(1)).isEqualTo(0.3);
  }

  @Test
  void decreases_with_the_inverse_of_time() {
    InverseTime schedule = of(1, 0.5);

    assertThat(schedule.at(2)).isEqualTo(1 / 1.5);
    assertThat(schedule.at(3)).isEqualTo(0.5);
    assertThat(schedule.at(19)).isEqualTo(0.1);
    assertThat(of(0.2, 1).at(1001)).isEqualTo(0.2 / 1001);
  }

  @Test
  void stays_the_same_without_decay() {
    assertThat(of(0.1, 0).at(Integer.MAX_VALUE)).isEqualTo(0.1);
  }

  @Test
  void stays_above_zero() {
    assertThat(of(Double.MIN_VALUE, 1e6).at(Integer.MAX_VALUE)).isPositive();
  }

  private static InverseTime of(double initial, double decay) {
    return new InverseTime(new InverseTime.Parameters(initial, decay));
  }
}
