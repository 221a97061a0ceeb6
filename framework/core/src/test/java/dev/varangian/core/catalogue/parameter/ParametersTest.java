package dev.varangian.core.catalogue.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.core.catalogue.Toys;
import dev.varangian.spi.context.Param;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
  private final Parameters sieve = Parameters.of(Toys.SieveParameters.class);

  private DeclaredParameter parameter(String name) {
    return sieve.find(name).orElseThrow();
  }

  @Test
  void a_parameter_is_described_as_its_record_declares() {
    DeclaredParameter width = parameter("hole-width");
    assertThat(width.type()).isEqualTo(ParameterType.INT);
    assertThat(width.meaning()).isEqualTo("the width of the holes");
    assertThat(width.unit()).isEqualTo("mm");
    assertThat(width.defaultValue()).contains("2");
    assertThat(width.min()).isEqualTo(1);
    assertThat(width.max()).isEqualTo(9);
    assertThat(width.isRequired()).isFalse();
    assertThat(parameter("norm").constants()).containsExactly("l1", "max-norm");
    assertThat(sieve.names()).containsExactly("hole-width", "norm", "shaken", "grains");
  }

  @Test
  void a_record_is_bound_from_its_defaults() {
    assertThat(sieve.bind(Map.of()))
        .isEqualTo(new Toys.SieveParameters(2, Toys.Norm.MAX_NORM, false, 5_000_000_000L));
  }

  @Test
  void given_values_replace_defaults() {
    Map<String, Object> given =
        Map.of(
            "hole-width", parameter("hole-width").value("7"),
            "norm", parameter("norm").value("l1"),
            "shaken", parameter("shaken").value("true"));
    assertThat(sieve.bind(given))
        .isEqualTo(new Toys.SieveParameters(7, Toys.Norm.L1, true, 5_000_000_000L));
  }

  @Test
  void a_bound_record_is_formatted_as_it_is_parsed() {
    assertThat(sieve.texts(new Toys.SieveParameters(7, Toys.Norm.L1, true, -1)))
        .containsExactly(
            Map.entry("hole-width", "7"),
            Map.entry("norm", "l1"),
            Map.entry("shaken", "true"),
            Map.entry("grains", "-1"));
  }

  @Test
  void the_default_of_a_number_is_kept_in_its_shortest_form() {
    assertThat(Parameters.of(Toys.FadingParameters.class).find("rate").orElseThrow().defaultValue())
        .contains("0.001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hole-width | 10 | expected a whole number from 1 to 9, not 10",
        "hole-width | 1.5 | expected a whole number from 1 to 9, not 1.5",
        "hole-width | wide | expected a whole number from 1 to 9, not \"wide\"",
        "hole-width | 3000000000 | expected a whole number from -2147483648 to 2147483647,"
            + " not 3000000000",
        "norm | l2 | expected one of l1, max-norm, not \"l2\" (nearest: l1)",
        "norm | euclid | expected one of l1, max-norm, not \"euclid\"",
        "shaken | yes | expected true or false, not \"yes\"",
        "grains | many | expected a whole number, not \"many\"",
      })
  void a_wrong_value_is_rejected_with_what_was_expected(String name, String text, String message) {
    assertThatThrownBy(() -> parameter(name).value(text)).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start | 0 | expected a number above 0, not 0",
        "start | .inf | expected a number above 0, not \".inf\"",
        "rate | 1.01 | expected a number from 0 to 1, not 1.01",
        "share | 1 | expected a number from 0 to below 1, not 1",
        "any | NaN | expected a finite number, not \"NaN\"",
        "any | 1e999 | expected a finite number, not 1e999",
        "most | 4 | expected a number of at most 3, not 4",
      })
  void the_range_of_a_number_is_described(String name, String text, String message) {
    record Ranged(
        @Param(value = "", min = Double.MIN_VALUE) double start,
        @Param(value = "", min = 0, max = 1) double rate,
        @Param(value = "", min = 0, max = 0x1.fffffffffffffp-1) double share,
        @Param("") double any,
        @Param(value = "", max = 3) double most) {}
    DeclaredParameter parameter = Parameters.of(Ranged.class).find(name).orElseThrow();
    assertThatThrownBy(() -> parameter.value(text)).hasMessage(message);
  }

  @Test
  void a_text_may_be_restricted_to_listed_words() {
    record Worded(
        @Param(
                value = "how many",
                defaultValue = "n-f-2",
                oneOf = {"n-f-2", "max(1,n-f-2)"})
            String neighbours,
        @Param(value = "anything") String title) {}
    Parameters worded = Parameters.of(Worded.class);
    DeclaredParameter neighbours = worded.find("neighbours").orElseThrow();
    assertThat(neighbours.constants()).containsExactly("n-f-2", "max(1,n-f-2)");
    assertThat(neighbours.expected()).isEqualTo("one of n-f-2, max(1,n-f-2)");
    assertThat(neighbours.value("max(1,n-f-2)")).isEqualTo("max(1,n-f-2)");
    assertThat(worded.bind(Map.of("title", "t"))).isEqualTo(new Worded("n-f-2", "t"));
    assertThatThrownBy(() -> neighbours.value("n-f-3"))
        .hasMessage("expected one of n-f-2, max(1,n-f-2), not \"n-f-3\" (nearest: n-f-2)");
    assertThatThrownBy(() -> neighbours.value("N-F-2"))
        .hasMessageStartingWith("expected one of n-f-2, max(1,n-f-2), not \"N-F-2\"");
    assertThatThrownBy(() -> neighbours.value("7"))
        .hasMessage("expected one of n-f-2, max(1,n-f-2), not \"7\"");
    DeclaredParameter title = worded.find("title").orElseThrow();
    assertThat(title.constants()).isEmpty();
    assertThat(title.expected()).isEqualTo("text");
    assertThat(title.value("n-f-3")).isEqualTo("n-f-3");
  }

  @Test
  void a_default_outside_the_listed_words_is_rejected() {
    record Off(
        @Param(
                value = "a word",
                defaultValue = "c",
                oneOf = {"alpha", "beta"})
            String word) {}
    assertThatThrownBy(() -> Parameters.of(Off.class))
        .isInstanceOf(DeclarationException.class)
        .hasMessage(
            "the component word of Off has an invalid default: expected one of alpha, beta, not"
                + " \"c\"");
  }

  @Test
  void a_component_of_the_record_without_its_documentation_is_rejected() {
    record Bare(int width) {}
    assertThatThrownBy(() -> Parameters.of(Bare.class))
        .isInstanceOf(DeclarationException.class)
        .hasMessage("the component width of Bare has no @Param");
  }

  @Test
  void listed_words_are_rejected_for_other_types_than_text() {
    record Numbered(
        @Param(
                value = "how many",
                defaultValue = "1",
                oneOf = {"1", "2"})
            int count) {}
    assertThatThrownBy(() -> Parameters.of(Numbered.class))
        .isInstanceOf(DeclarationException.class)
        .hasMessage(
            "the component count of Numbered has oneOf, but is of type int;"
                + " only a String can have oneOf");
    record Enumerated(
        @Param(value = "an order", defaultValue = "up", oneOf = "up") Direction direction) {}
    assertThatThrownBy(() -> Parameters.of(Enumerated.class))
        .isInstanceOf(DeclarationException.class)
        .hasMessageContaining("has oneOf, but is of type Direction");
  }

  private enum Direction {
    UP
  }

  private enum Count {
    ALL_BUT_ONE,
    AT_LEAST_ONE {
      @Override
      public String toString() {
        return "max(1,n-1)";
      }
    }
  }

  @Test
  void an_enum_is_written_in_kebab_case_or_as_its_to_string_says() {
    record Counted(@Param(value = "how many", defaultValue = "max(1,n-1)") Count count) {}
    DeclaredParameter count = Parameters.of(Counted.class).list().get(0);
    assertThat(count.constants()).containsExactly("all-but-one", "max(1,n-1)");
    assertThat(count.value("max(1,n-1)")).isEqualTo(Count.AT_LEAST_ONE);
    assertThat(count.text(Count.ALL_BUT_ONE)).isEqualTo("all-but-one");
  }

  @Test
  void an_unsupported_parameter_type_is_rejected() {
    record Odd(@Param("a float") float width) {}
    assertThatThrownBy(() -> Parameters.of(Odd.class))
        .isInstanceOf(DeclarationException.class)
        .hasMessage(
            "the component width of Odd is a float;"
                + " a parameter is an int, long, double, boolean, String, enum or record of these");
  }

  @Test
  void an_invalid_default_is_rejected() {
    record Off(@Param(value = "a width", defaultValue = "0", min = 1) int width) {}
    assertThatThrownBy(() -> Parameters.of(Off.class))
        .isInstanceOf(DeclarationException.class)
        .hasMessage(
            "the component width of Off has an invalid default:"
                + " expected a whole number of at least 1, not 0");
  }
}
