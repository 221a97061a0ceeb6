package dev.varangian.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FloatTextTest {

  @ParameterizedTest
  @ValueSource(
      floats = {
        0f,
        -0f,
        1f,
        0.1f,
        1e-3f,
        1e7f,
        16_777_216f,
        8.41e21f,
        2e-44f,
        Float.MIN_VALUE,
        Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE
      })
  void an_extreme_float_reads_back_as_itself(float value) {
    assertThat(Float.floatToRawIntBits(Float.parseFloat(FloatText.of(value))))
        .isEqualTo(Float.floatToRawIntBits(value));
  }

  @Test
  void any_float_reads_back_as_itself() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(value)) {
        assertThat(Float.parseFloat(FloatText.of(value))).isEqualTo(value);
      }
    }
  }

  /** Float.toString of JDK 17 gives a digit more for the first three. */
  @ParameterizedTest
  @CsvSource({
    "-7.0202224E7, -7.020222E7",
    "-3.4298248E7, -3.429825E7",
    "1.96E-44, 2.0E-44",
    "0.1, 0.1",
    "1E-5, 1.0E-5",
    "16777216, 1.6777216E7"
  })
  void the_text_is_the_shortest_on_every_jdk(float value, String text) {
    assertThat(FloatText.of(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e39, -1e300})
  void a_number_that_is_not_a_finite_float_is_empty(double value) {
    assertThat(FloatText.of(value)).isEmpty();
  }

  @Test
  void a_double_is_written_as_the_nearest_float() {
    assertThat(FloatText.of(1.0 / 3)).isEqualTo("0.33333334");
  }
}
