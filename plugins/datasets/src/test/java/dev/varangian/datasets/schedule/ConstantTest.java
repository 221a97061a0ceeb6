package dev.varangian.datasets.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.parameter.DeclaredParameter;
import dev.varangian.core.catalogue.parameter.Parameters;
import dev.varangian.datasets.DatasetsPlugin;
import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantTest {
  private final DeclaredParameter value = Parameters.of(Constant.Parameters.class).list().get(0);

  @Test
  void is_the_same_in_every_round() {
    Constant constant = new Constant(new Constant.Parameters(0.1));

    assertThat(constant.at(1)).isEqualTo(0.1);
    assertThat(constant.at(Integer.MAX_VALUE)).isEqualTo(0.1);
  }

  @Test
  void a_bare_number_selects_it() {
    Catalogue catalogue = Catalogue.of(new DatasetsPlugin());

    assertThat(catalogue.shorthand(Kind.SCHEDULE).map(Component::name)).contains("constant");
    assertThat(catalogue.problems()).isEmpty();
    assertThat(value.name()).isEqualTo("value");
    assertThat(value.isRequired()).isTrue();
    assertThat(value.value("0.1")).isEqualTo(0.1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.1", "0.0", "1e999", ".inf", "NaN", "1e-999"})
  void only_finite_step_sizes_above_zero_are_accepted(String text) {
    assertThatThrownBy(() -> value.value(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected a number above 0, not ");
  }
}
