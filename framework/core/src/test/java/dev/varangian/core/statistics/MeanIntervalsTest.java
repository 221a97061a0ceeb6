package dev.varangian.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanIntervalsTest {
  private final MeanIntervals intervals = new MeanIntervals();

  @ParameterizedTest
  @CsvSource({"2, 4.302653", "3, 3.182446", "4, 2.776445", "9, 2.262157", "30, 2.042272"})
  void quantiles_are_those_of_printed_tables(int degreesOfFreedom, double quantile) {
    assertThat(intervals.quantile(degreesOfFreedom)).isCloseTo(quantile, within(1e-6));
  }

  @Test
  void the_interval_is_the_mean_and_t_standard_errors_on_each_side() {
    MeanAndRange three = intervals.of(1, 2, 6);
    // s = sqrt(7), so the margin is 4.302653 * sqrt(7 / 3).
    assertThat(three.mean()).isEqualTo(3);
    assertThat(three.low()).isCloseTo(3 - 6.572411, within(1e-5));
    assertThat(three.high()).isCloseTo(3 + 6.572411, within(1e-5));
    assertThat(three.isConfidenceInterval()).isTrue();
  }

  @Test
  void one_or_two_values_have_their_minimum_and_maximum() {
    assertThat(intervals.of(4)).isEqualTo(new MeanAndRange(1, 4, 4, 4));
    assertThat(intervals.of(4, 1)).isEqualTo(new MeanAndRange(2, 2.5, 1, 4));
    assertThat(intervals.of(4, 1).isConfidenceInterval()).isFalse();
  }

  @Test
  void equal_values_have_an_interval_without_width() {
    assertThat(intervals.of(0.1, 0.1, 0.1)).isEqualTo(new MeanAndRange(3, 0.1, 0.1, 0.1));
  }

  @Test
  void without_a_value_there_is_no_mean() {
    assertThatThrownBy(intervals::of).isInstanceOf(IllegalArgumentException.class);
  }
}
