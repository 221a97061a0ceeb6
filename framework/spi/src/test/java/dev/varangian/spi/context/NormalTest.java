package dev.varangian.spi.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NormalTest {

  /** Values computed to 60 digits from the complementary error function. */
  @ParameterizedTest
  @CsvSource({
    "1e-300,                -37.047096299361199237",
    "1e-100,                -21.273453560965324294",
    "0x1p-53,               -8.2095361516013868556",
    "1e-12,                 -7.0344838253011319326",
    "1e-6,                  -4.7534243088228989573",
    "0.001,                 -3.0902323061678135354",
    "0.0249,                -1.9616778690637860161",
    "0.075,                 -1.4395314709384559349",
    "0.07500000000000001,   -1.4395314709384558369",
    "0.1,                   -1.2815515655446004353",
    "0.25,                  -0.6744897501960817432",
    "0.4,                   -0.25334710313579974132",
    "0.499999,              -2.5066282745665593779e-6",
    "0.5,                    0",
    "0.5000001,              2.5066282733116483012e-7",
    "0.75,                   0.6744897501960817432",
    "0.9,                    1.2815515655446005935",
    "0.925,                  1.4395314709384562291",
    "0.9250000000000002,     1.4395314709384570134",
    "0.975,                  1.9599639845400538556",
    "0.999,                  3.0902323061678132778",
    "0.999999,               4.7534243088170877657",
    "0x1.fffffffffep-1,      7.0477002566644087254",
    "0x1.fffffffffffffp-1,   8.2095361516013868556"
  })
  void quantiles_are_the_known_ones(String p, double expected) {
    assertThat(Normal.quantile(Double.parseDouble(p)))
        .isCloseTo(expected, within(1e-14 * Math.abs(expected)));
  }

  @Test
  void quantiles_are_symmetric() {
    for (int i = 1; i < 1000; i++) {
      // A multiple of 2^-20, so that 1 - p is exact.
      double p = i * i * 0x1p-20;
      assertThat(Normal.quantile(1 - p)).as("p = %s", p).isEqualTo(-Normal.quantile(p));
    }
  }

  @Test
  void quantiles_increase() {
    double last = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < 20_000; i++) {
      double quantile = Normal.quantile(i / 20_000.0);
      assertThat(quantile).as("p = %s", i / 20_000.0).isGreaterThan(last);
      last = quantile;
    }
  }
}
