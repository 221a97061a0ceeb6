package dev.varangian.core.catalogue.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "1, 1",
    "100, 100",
    "-2.5, -2.5",
    "1e-3, 0.001",
    "1e-6, 0.000001",
    "1e-7, 1.0e-7",
    "1.25e-9, 1.25e-9",
    "1e20, 100000000000000000000",
    "1e21, 1.0e+21",
    "-0.0, 0",
    "-4e30, -4.0e+30",
    "2e23, 2.0e+23",
    "0.30000000000000004, 0.30000000000000004",
    "4.9e-324, 4.9e-324",
    "1.7976931348623157e308, 1.7976931348623157e+308"
  })
  void a_number_is_written_with_the_fewest_digits_that_read_back_the_same(
      String written, String shortest) {
    assertThat(Numerals.text(Numerals.decimal(written))).isEqualTo(shortest);
  }

  @Test
  void every_double_reads_back_the_same() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number)) {
        assertThat(Numerals.decimal(Numerals.text(number))).isEqualTo(number);
      }
    }
  }

  @Test
  void zero_has_no_sign() {
    assertThat(1 / Numerals.decimal("-0.0")).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "NaN", ".nan", "Infinity", "1e999", "0x10", "1_000", "1d", "1,5", "--1", "."})
  void anything_but_a_finite_decimal_number_is_rejected(String text) {
    assertThatThrownBy(() -> Numerals.decimal(text)).isInstanceOf(NumberFormatException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.0", "1e3", "0x10", "1_000", "11", "-1", "99999999999999999999"})
  void anything_but_a_whole_number_in_the_range_is_rejected(String text) {
    assertThatThrownBy(() -> Numerals.whole(text, 0, 10)).isInstanceOf(NumberFormatException.class);
  }

  @Test
  void the_smallest_and_largest_long_are_read() {
    assertThat(Numerals.whole("-9223372036854775808", Long.MIN_VALUE, Long.MAX_VALUE))
        .isEqualTo(Long.MIN_VALUE);
    assertThat(Numerals.whole("+9223372036854775807", Long.MIN_VALUE, Long.MAX_VALUE))
        .isEqualTo(Long.MAX_VALUE);
  }
}
