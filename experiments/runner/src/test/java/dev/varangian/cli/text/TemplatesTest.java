package dev.varangian.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

  @Test
  void values_are_taken_as_they_stand() {
    assertThat(new Template("<{{a}}|{{b-c}}>").fill(Map.of("a", "{{b-c}} $1 \\", "b-c", "x")))
        .isEqualTo("<{{b-c}} $1 \\|x>");
  }

  @Test
  void a_place_without_a_value_is_a_mistake() {
    assertThatThrownBy(() -> new Template("{{a}}").fill(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing for {{a}}");
  }
}
