package dev.varangian.cli.report.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.cli.report.results.Curve;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandTest {

  @Test
  void a_band_reaches_from_the_least_to_the_greatest_around_the_mean() {
    assertThat(
            Band.over(
                List.of(
                    new Curve(List.of(10, 20), List.of(1.0, 4.0)),
                    new Curve(List.of(10, 20), List.of(2.0, 2.0)),
                    new Curve(List.of(10, 20), List.of(6.0, 3.0)))))
        .isEqualTo(
            new Band(List.of(10, 20), List.of(3.0, 3.0), List.of(1.0, 2.0), List.of(6.0, 4.0)));
  }

  @Test
  void where_a_run_has_ended_the_band_is_that_of_the_others() {
    assertThat(
            Band.over(
                List.of(
                    new Curve(List.of(1, 2), List.of(1.0, 5.0)),
                    new Curve(List.of(1), List.of(3.0)))))
        .isEqualTo(
            new Band(List.of(1, 2), List.of(2.0, 5.0), List.of(1.0, 5.0), List.of(3.0, 5.0)));
  }

  @Test
  void the_mean_of_equal_values_is_that_value() {
    Curve tenth = new Curve(List.of(1), List.of(0.1));
    assertThat(Band.over(List.of(tenth, tenth, tenth)).mean()).containsExactly(0.1);
  }
}
