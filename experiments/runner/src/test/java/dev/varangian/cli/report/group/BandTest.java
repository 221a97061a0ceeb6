package dev.varangian.cli.report.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.varangian.cli.report.results.Curve;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandTest {

  @Test
  void the_band_of_two_runs_reaches_from_the_minimum_to_the_maximum() {
    assertThat(
            Band.over(
                List.of(
                    new Curve(List.of(10, 20), List.of(1.0, 4.0)),
                    new Curve(List.of(10, 20), List.of(2.0, 2.0)))))
        .isEqualTo(
            new Band(List.of(10, 20), List.of(1.5, 3.0), List.of(1.0, 2.0), List.of(2.0, 4.0)));
  }

  @Test
  void the_band_of_three_runs_is_a_confidence_interval() {
    Band band =
        Band.over(
            List.of(
                new Curve(List.of(10), List.of(1.0)),
                new Curve(List.of(10), List.of(2.0)),
                new Curve(List.of(10), List.of(6.0))));
    assertThat(band.mean()).containsExactly(3.0);
    assertThat(band.low().get(0)).isCloseTo(3 - 6.572411, within(1e-5));
    assertThat(band.high().get(0)).isCloseTo(3 + 6.572411, within(1e-5));
  }

  @Test
  void after_the_end_of_a_run_the_band_is_that_of_the_others() {
    assertThat(
            Band.over(
                List.of(
                    new Curve(List.of(1, 2), List.of(1.0, 5.0)),
                    new Curve(List.of(1), List.of(3.0)))))
        .isEqualTo(
            new Band(List.of(1, 2), List.of(2.0, 5.0), List.of(1.0, 5.0), List.of(3.0, 5.0)));
  }
}
