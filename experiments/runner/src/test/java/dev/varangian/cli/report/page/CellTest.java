package dev.varangian.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTest {

  @ParameterizedTest
  @CsvSource({
    "0.97853214, 0.9785",
    "0.5, 0.5",
    "431080, 431080",
    "17.345678, 17.35",
    "123456.7, 123500",
    "1.5E12, 1.500e+12",
    "1.0E-5, 1.000e-05",
    "0.0, 0.0",
    "words, words"
  })
  void numbers_are_rounded_to_four_digits(String exact, String shown) {
    assertThat(Cell.rounded(exact)).isEqualTo(shown);
  }

  @Test
  void only_none_is_0_percent_and_only_all_is_100_percent() {
    assertThat(Cell.percentage(0, 9)).isEqualTo("0 %");
    assertThat(Cell.percentage(1, 90000)).isEqualTo("0.1 %");
    assertThat(Cell.percentage(1, 8)).isEqualTo("12.5 %");
    assertThat(Cell.percentage(89999, 90000)).isEqualTo("99.9 %");
    assertThat(Cell.percentage(9, 9)).isEqualTo("100 %");
  }
}
