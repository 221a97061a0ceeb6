package dev.varangian.cli.report.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {
  private static final List<List<String>> METRICS =
      List.of(
          List.of("round", "loss", "accuracy"),
          List.of("1", "5", ""),
          List.of("2", "3", "0.5"),
          List.of("3", "1.5", ""),
          List.of("4", "0.5", ""),
          List.of("5", "", "0.75"));

  @Test
  void empty_cells_are_no_points() {
    assertThat(Curve.of(METRICS, "accuracy"))
        .isEqualTo(new Curve(List.of(2, 5), List.of(0.5, 0.75)));
    assertThat(Curve.of(METRICS, "no such column")).isEqualTo(new Curve(List.of(), List.of()));
  }

  @Test
  void a_thinned_curve_keeps_its_last_point() {
    assertThat(Curve.of(METRICS, "loss").thinned(2))
        .isEqualTo(new Curve(List.of(1, 3, 4), List.of(5.0, 1.5, 0.5)));
  }

  @Test
  void an_averaged_curve_has_the_mean_of_each_block_at_its_end() {
    assertThat(Curve.of(METRICS, "loss").averaged(3))
        .isEqualTo(new Curve(List.of(3, 4), List.of(9.5 / 3, 0.5)));
  }

  @Test
  void values_of_distant_rounds_are_not_averaged() {
    Curve seldom = new Curve(List.of(50, 100, 101), List.of(1.0, 2.0, 4.0));
    assertThat(seldom.averaged(5)).isEqualTo(seldom);
  }
}
