package dev.varangian.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExampleTest {

  @Test
  void vectors_tolerance_and_parameters_are_read_from_the_text() {
    Example example =
        Example.of(
            "f = 2, m = 3, neighbours = max(1,n-f-2): (1, -2.5), (0, 1e3) -> (NaN, Infinity)",
            "because");

    assertThat(example.f()).isEqualTo(2);
    assertThat(example.parameters()).isEqualTo(Map.of("m", "3", "neighbours", "max(1,n-f-2)"));
    assertThat(example.input()).isEqualTo(List.of(List.of(1.0, -2.5), List.of(0.0, 1000.0)));
    assertThat(example.output()).isEqualTo(List.of(List.of(Double.NaN, Double.POSITIVE_INFINITY)));
  }

  @Test
  void nothing_is_no_vector() {
    assertThat(Example.of("f = 1: (1) -> nothing", "").output()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "(1) -> (2)",
        "f = 1: (1)",
        "f = 1: -> (2)",
        "f = 1: () -> (2)",
        "f = 1: (1, x) -> (2)",
        "f = 1, m: (1) -> (2)",
        "f = 99999999999: (1) -> (2)",
        "f = 1: (1)  (2) -> (2)"
      })
  void a_text_of_another_form_is_refused(String text) {
    assertThatThrownBy(() -> Example.of(text, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the example \""
                + text
                + "\" is not of the form \"f = 1, m = 2: (1, 2), (3, 4) -> (2, 3)\"");
  }
}
