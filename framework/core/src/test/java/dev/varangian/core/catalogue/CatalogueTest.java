package dev.varangian.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import dev.varangian.spi.Plugin;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.training.StepSizeSchedule;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private final Catalogue catalogue = Catalogue.of(new Toys());

  private static Plugin plugin(Component<?>... components) {
    return () -> List.of(components);
  }

  @Test
  void components_are_found_by_kind_and_name() {
    assertThat(catalogue.find(Kind.FILTER, "sieve").orElseThrow().type())
        .isEqualTo(Toys.Sieve.class);
    assertThat(catalogue.find(Kind.FAULT, "sieve")).isEmpty();
    assertThat(catalogue.find(Kind.FAULT, Fault.class, "shout").orElseThrow().type())
        .isEqualTo(Toys.Shout.class);
  }

  @Test
  void a_kind_has_one_type() {
    assertThatThrownBy(() -> catalogue.find(Kind.FAULT, GradientFilter.class, "shout"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_components_of_a_kind_are_sorted_by_name() {
    assertThat(catalogue.names(Kind.FILTER)).containsExactly("colander", "sieve");
    assertThat(catalogue.all(Kind.FILTER)).hasSize(2);
  }

  @Test
  void a_plugin_is_known_with_what_it_declares() {
    Component<?> sieve = catalogue.find(Kind.FILTER, "sieve").orElseThrow();
    assertThat(catalogue.pluginOf(sieve).name()).isEqualTo("Toys");
    assertThat(catalogue.plugins()).hasSize(1);
    assertThat(catalogue.plugins().get(0).components()).hasSize(10).contains(sieve);
    assertThat(catalogue.plugins().get(0).sha256()).isEmpty();
    assertThat(catalogue.problems()).isEmpty();
  }

  @Test
  void a_strangers_component_is_not_in_the_catalogue() {
    Component<?> other = Component.filter("sieve", Toys.Plain.class);
    assertThatThrownBy(() -> catalogue.parameters(other))
        .hasMessage("the filter sieve is not in the catalogue");
  }

  @Test
  void a_bare_value_stands_for_the_component_that_asks_for_it() {
    assertThat(catalogue.shorthand(Kind.SCHEDULE))
        .isEqualTo(catalogue.find(Kind.SCHEDULE, "steady"));
    assertThat(catalogue.shorthand(Kind.FILTER)).isEmpty();
  }

  @Test
  void an_unknown_name_is_answered_with_the_nearest_one() {
    assertThat(catalogue.unknown(Kind.FILTER, "seive"))
        .isEqualTo("no filter is called \"seive\" (nearest: sieve; all: varangian list filters)");
    assertThat(catalogue.unknown(Kind.FILTER, "bucket"))
        .isEqualTo("no filter is called \"bucket\" (all: varangian list filters)");
  }

  @Test
  void of_two_built_in_components_of_one_name_the_first_stays() {
    Catalogue two = Catalogue.of(new Toys(), plugin(Component.filter("sieve", Toys.Plain.class)));
    assertThat(two.find(Kind.FILTER, "sieve").orElseThrow().type()).isEqualTo(Toys.Sieve.class);
    assertThat(two.problems())
        .singleElement()
        .asString()
        .endsWith(": the filter sieve is left out, since the built-in one of Toys stays");
  }

  @Test
  void where_two_built_in_components_ask_for_bare_values_none_gets_them() {
    Catalogue two =
        Catalogue.of(
            new Toys(),
            plugin(
                Component.schedule("other", Toys.Steady.class)
                    .parameters(Toys.SteadyParameters.class)
                    .shorthand("value")));
    assertThat(two.shorthand(Kind.SCHEDULE)).isEmpty();
    assertThat(two.problems())
        .singleElement()
        .asString()
        .startsWith("a bare value for a schedule is asked for by ")
        .contains("Toys")
        .endsWith("; none gets it");
  }

  static final class NoConstructor extends Named {
    NoConstructor() {}
  }

  @SuppressWarnings("UnusedVariable")
  static final class TwoConstructors extends Named {
    @Inject
    TwoConstructors() {}

    @Inject
    TwoConstructors(Toys.SteadyParameters parameters) {}
  }

  abstract static class Named implements StepSizeSchedule {
    @Override
    public double at(int round) {
      return 1;
    }
  }

  record Undocumented(int width) {}

  record Named2(@Param("a name") String name) {}

  record From(@Param("a round") int from) {}

  private static String refusal(Component<?> component) {
    Catalogue broken = Catalogue.of(new Toys(), plugin(component));
    assertThat(broken.find(component.kind(), component.name())).isEmpty();
    assertThat(broken.find(Kind.FILTER, "sieve")).isPresent();
    assertThat(broken.problems()).hasSize(1);
    assertThat(broken.unknown(component.kind(), component.name()))
        .isEqualTo(broken.problems().get(0));
    String problem = broken.problems().get(0);
    return problem.substring(problem.indexOf(": ") + 2);
  }

  @Test
  void a_component_is_left_out_whose_parameters_are_not_documented() {
    assertThat(refusal(Component.filter("odd", Toys.Plain.class).parameters(Undocumented.class)))
        .isEqualTo("the filter odd is left out: the component width of Undocumented has no @Param");
  }

  @Test
  void a_component_is_left_out_that_cannot_be_made() {
    assertThat(refusal(Component.schedule("odd", NoConstructor.class)))
        .isEqualTo(
            "the schedule odd is left out: "
                + NoConstructor.class.getName()
                + " has no constructor with @Inject (jakarta.inject)");
    assertThat(refusal(Component.schedule("odd", TwoConstructors.class)))
        .isEqualTo(
            "the schedule odd is left out: "
                + TwoConstructors.class.getName()
                + " has more than one constructor with @Inject (jakarta.inject)");
    assertThat(refusal(Component.schedule("odd", Named.class)))
        .isEqualTo(
            "the schedule odd is left out: "
                + Named.class.getName()
                + " is abstract; no object of it can be made");
  }

  @Test
  void a_component_is_left_out_whose_class_is_of_another_kind() {
    @SuppressWarnings({"unchecked", "rawtypes"}) // what raw types let through
    Component<?> wrong = Component.filter("odd", (Class) Toys.Shout.class);
    assertThat(refusal(wrong))
        .isEqualTo(
            "the filter odd is left out: " + Toys.Shout.class.getName() + " is no GradientFilter");
  }

  @Test
  void a_component_is_left_out_whose_parameter_is_called_like_a_key_beside_it() {
    assertThat(refusal(Component.filter("odd", Toys.Plain.class).parameters(Named2.class)))
        .isEqualTo("the filter odd is left out: no parameter of a filter can be called name");
    assertThat(refusal(Component.fault("odd", Toys.Mumble.class).parameters(From.class)))
        .isEqualTo("the fault odd is left out: no parameter of a fault can be called from");
  }

  @Test
  void a_component_is_left_out_whose_shorthand_is_not_enough() {
    Component<?> other =
        Component.schedule("odd", Toys.Fading.class).parameters(Toys.FadingParameters.class);
    assertThat(refusal(other.shorthand("speed")))
        .isEqualTo("the schedule odd is left out: the shorthand speed is none of its parameters");
    assertThat(refusal(other.shorthand("rate")))
        .isEqualTo(
            "the schedule odd is left out: a shorthand is not enough where start must be given too");
  }
}
