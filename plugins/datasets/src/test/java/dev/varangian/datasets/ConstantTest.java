package dev.varangian.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.Parameter;
import dev.varangian.core.catalogue.Parameters;
import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantTest {
  private final Parameter value = Parameters.of(Constant.Parameters.class).list().get(0);

  @Test
  void isTheSameInEveryRound() {
    Constant constant = new Constant(new Constant.Parameters(0.1));

    assertThat(constant.at(1)).isEqualTo(0.1);
    assertThat(constant.at(Integer.MAX_VALUE)).isEqualTo(0.1);
  }

  @Test
  void aBareNumberStandsForIt() {
    Catalogue catalogue = Catalogue.of(new DatasetsPlugin());

    assertThat(catalogue.shorthand(Kind.SCHEDULE).map(Component::name)).contains("constant");
    assertThat(catalogue.problems()).isEmpty();
    assertThat(value.name()).isEqualTo("value");
    assertThat(value.isRequired()).isTrue();
    assertThat(value.value("0.1")).isEqualTo(0.1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.1", "0.0", "1e999", ".inf", "NaN", "1e-999"})
  void onlyFiniteStepSizesAboveZeroAreAccepted(String text) {
    assertThatThrownBy(() -> value.value(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected a number above 0, not ");
  }
}
