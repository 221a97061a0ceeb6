package dev.varangian.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.training.Model;
import dev.varangian.spi.training.StepSizeSchedule;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ComponentTest {
  record Steps(@Param("how far") double size) {}

  @SuppressWarnings("UnusedVariable")
  static final class MySchedule implements StepSizeSchedule {
    @Inject
    MySchedule(Geometry geometry, Steps steps) {}

    @Override
    public double at(int round) {
      return 1;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cge", "multi-krum", "cifar10", "a", "a1-2b"})
  void names_in_kebab_case_are_taken(String name) {
    assertThat(Component.filter(name, GradientFilter.class).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Cge", "multi_krum", "multi--krum", "-a", "a-", "1a", "a b", "é"})
  void other_names_are_refused(String name) {
    assertThatThrownBy(() -> Component.filter(name, GradientFilter.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the name \"" + name + "\" of a filter is not in kebab-case, as in my-filter");
  }

  @Test
  void each_detail_is_added_to_the_others() {
    assertThat(
            Component.schedule("my-schedule", MySchedule.class)
                .summary("Steps")
                .source("Somebody 1951")
                .formula("eta_t = 1")
                .cost("O(1)")
                .variants("none")
                .example("f = 0: (1) -> (2)", "1 + 1 = 2")
                .shorthand("size"))
        .isEqualTo(
            new Component<StepSizeSchedule>(
                Kind.SCHEDULE,
                "my-schedule",
                MySchedule.class,
                Steps.class,
                "size",
                new Component.Documentation(
                    "Steps",
                    "Somebody 1951",
                    "eta_t = 1",
                    "O(1)",
                    "none",
                    Optional.of(Example.of("f = 0: (1) -> (2)", "1 + 1 = 2")))));
  }

  @Test
  void a_class_whose_constructor_takes_no_record_has_no_parameters() {
    Component<Model> model = Component.model("mine", Model.class);
    assertThat(model.parameters()).isEqualTo(Component.NoParameters.class);
    assertThat(model.summary() + model.source() + model.shorthand()).isEmpty();
    assertThat(model.documentation().example()).isEmpty();
  }

  @Test
  void each_kind_has_its_declaration() {
    assertThat(Component.filter("x", GradientFilter.class).kind()).isEqualTo(Kind.FILTER);
    assertThat(Component.fault("x", Fault.class).kind()).isEqualTo(Kind.FAULT);
    assertThat(Component.dataset("x", Dataset.class).kind()).isEqualTo(Kind.DATASET);
    assertThat(Component.partition("x", Partition.class).kind()).isEqualTo(Kind.PARTITION);
    assertThat(Component.model("x", Model.class).kind()).isEqualTo(Kind.MODEL);
    assertThat(Component.schedule("x", StepSizeSchedule.class).kind()).isEqualTo(Kind.SCHEDULE);
  }

  @ParameterizedTest
  @EnumSource
  void kinds_are_found_in_the_singular_and_plural(Kind kind) {
    assertThat(Kind.of(kind.label())).contains(kind);
    assertThat(Kind.of(kind.plural())).contains(kind);
    assertThat(Kind.of(kind.label() + "ss")).isEmpty();
  }
}
