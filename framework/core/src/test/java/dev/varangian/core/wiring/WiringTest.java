package dev.varangian.core.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.varangian.core.component.ComponentException;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.simulation.Choices;
import dev.varangian.spi.Component;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Memory;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WiringTest {
  private static final Geometry SIZES = new Geometry(10, 2, 100);

  private final Wiring wiring = new Wiring(new DataDirectory(Path.of("data")), 4);

  private abstract static class Nothing implements RowFilter {
    @Override
    public Needs needs() {
      return Needs.NOTHING;
    }

    @Override
    public double[] weights(Points points) {
      return new double[0];
    }
  }

  private record Factor(double factor) {}

  private static final class Everything extends Nothing {
    final Geometry geometry;
    final Factor parameters;
    final Randomness randomness;
    final Memory memory;
    final DataDirectory data;

    @Inject
    private Everything(
        Geometry geometry,
        Factor parameters,
        Randomness randomness,
        Memory memory,
        DataDirectory data) {
      this.geometry = geometry;
      this.parameters = parameters;
      this.randomness = randomness;
      this.memory = memory;
      this.data = data;
    }
  }

  private static Choice<GradientFilter> choice(String name, Class<? extends GradientFilter> type) {
    return Choices.of(Component.filter(name, type));
  }

  private Everything everything(String name, double factor) {
    Component<GradientFilter> component = Component.filter(name, Everything.class);
    return (Everything) wiring.make(Choices.of(component, new Factor(factor)), SIZES);
  }

  @Test
  void a_component_gets_its_parameters_the_sizes_and_sources_of_its_own() {
    Everything one = everything("one", 1.5);
    assertThat(one.parameters).isEqualTo(new Factor(1.5));
    assertThat(one.geometry).isEqualTo(SIZES);
    assertThat(one.data).isEqualTo(new DataDirectory(Path.of("data")));
    assertThat(one.randomness.at(new AgentRound(3, 4)).bits(5))
        .isEqualTo(new Randomness(4, "filter one").at(new AgentRound(3, 4)).bits(5));
    assertThat(one.memory.floats("a", 2)).hasSize(2);
  }

  @Test
  void components_with_one_parameter_record_do_not_disturb_each_other() {
    Everything one = everything("one", 1);
    Everything two = everything("two", 2);
    assertThat(one.parameters.factor()).isEqualTo(1);
    assertThat(two.parameters.factor()).isEqualTo(2);
    assertThat(two.memory.floats("a", 2)).isNotSameAs(one.memory.floats("a", 2));
  }

  @Test
  void two_of_one_name_remember_apart() {
    assertThat(everything("one", 1).memory.floats("a", 2))
        .isNotSameAs(everything("one", 2).memory.floats("a", 2));
  }

  private static final class Picky extends Nothing {
    @Inject
    Picky() {
      throw new ConfigurationException("groups", "expected a divisor of 10");
    }
  }

  @Test
  void what_the_user_has_to_mend_passes_through() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> wiring.make(choice("picky", Picky.class), SIZES))
        .withMessage("expected a divisor of 10")
        .matches(e -> e.parameter().equals("groups"));
  }

  private static final class Broken extends Nothing {
    @Inject
    Broken() {
      Objects.checkIndex(3, 2);
    }
  }

  @Test
  void any_other_failure_of_a_constructor_names_the_component_and_the_cause() {
    assertThatExceptionOfType(ComponentException.class)
        .isThrownBy(() -> wiring.make(choice("broken", Broken.class), SIZES))
        .withMessage(
            "the filter broken of the plugin the class path cannot be created:"
                + " IndexOutOfBoundsException: Index 3 out of bounds for length 2")
        .matches(e -> e.component().equals("filter broken") && !e.foreign());
  }

  private static final class Plain extends Nothing {}

  private static final class Unmarked extends Nothing {
    @SuppressWarnings("UnusedMethod")
    Unmarked(Geometry geometry) {
      assertThat(geometry).isNotNull();
    }
  }

  private static final class Greedy extends Nothing {
    @Inject
    Greedy(Factor notItsOwn) {
      assertThat(notItsOwn).isNotNull();
    }
  }

  @Test
  void a_constructor_that_cannot_be_called_is_told_in_one_sentence() {
    assertThatExceptionOfType(ComponentException.class)
        .isThrownBy(() -> wiring.make(choice("unmarked", Unmarked.class), SIZES))
        .satisfies(
            e ->
                assertOneSentence(
                    e,
                    "the filter unmarked of the plugin the class path cannot be created: ",
                    "Unmarked"));
    assertThatExceptionOfType(ComponentException.class)
        .isThrownBy(() -> wiring.make(choice("plain", Plain.class), SIZES))
        .satisfies(
            e ->
                assertOneSentence(
                    e,
                    "the filter plain of the plugin the class path cannot be created: ",
                    "Plain"));
    assertThatExceptionOfType(ComponentException.class)
        .isThrownBy(() -> wiring.make(choice("greedy", Greedy.class), SIZES))
        .satisfies(
            e ->
                assertOneSentence(
                    e,
                    "the filter greedy of the plugin the class path cannot be created: ",
                    "Factor"));
  }

  private static void assertOneSentence(Throwable e, String begin, String named) {
    assertThat(e.getMessage()).startsWith(begin).contains(named).doesNotContain("\n");
  }
}
