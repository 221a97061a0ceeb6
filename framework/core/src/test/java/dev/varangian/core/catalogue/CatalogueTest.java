package dev.varangian.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import dev.varangian.spi.Plugin;
import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.Situation;
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
  void a_plugin_is_listed_with_its_components() {
    Component<?> sieve = catalogue.find(Kind.FILTER, "sieve").orElseThrow();
    assertThat(catalogue.pluginOf(sieve).name()).isEqualTo("Toys");
    assertThat(catalogue.plugins()).hasSize(1);
    assertThat(catalogue.plugins().get(0).components()).hasSize(10).contains(sieve);
    assertThat(catalogue.plugins().get(0).sha256()).isEmpty();
    assertThat(catalogue.problems()).isEmpty();
  }

  @Test
  void a_component_of_another_plugin_is_not_in_the_catalogue() {
    Component<?> other = Component.filter("sieve", Toys.Plain.class);
    assertThatThrownBy(() -> catalogue.parameters(other))
        .hasMessage("the filter sieve is not in the catalogue");
  }

  @Test
  void a_bare_value_selects_the_component_with_the_shorthand() {
    assertThat(catalogue.shorthand(Kind.SCHEDULE))
        .isEqualTo(catalogue.find(Kind.SCHEDULE, "steady"));
    assertThat(catalogue.shorthand(Kind.FILTER)).isEmpty();
  }

  @Test
  void the_message_for_an_unknown_name_suggests_the_nearest_one() {
    assertThat(catalogue.unknown(Kind.FILTER, "seive"))
        .isEqualTo("no filter is called \"seive\" (nearest: sieve; all: varangian list filters)");
    assertThat(catalogue.unknown(Kind.FILTER, "bucket"))
        .isEqualTo("no filter is called \"bucket\" (all: varangian list filters)");
  }

  @Test
  void the_first_of_two_built_in_components_with_the_same_name_is_used() {
    Catalogue two = Catalogue.of(new Toys(), plugin(Component.filter("sieve", Toys.Plain.class)));
    assertThat(two.find(Kind.FILTER, "sieve").orElseThrow().type()).isEqualTo(Toys.Sieve.class);
    assertThat(two.problems())
        .singleElement()
        .asString()
        .endsWith(": the filter sieve is ignored: the built-in component of Toystakes precedence");
  }

  @Test
  void two_built_in_shorthands_of_one_kind_disable_bare_values() {
    Catalogue two =
        Catalogue.of(
            new Toys(), plugin(Component.schedule("other", Toys.Steady.class).shorthand("value")));
    assertThat(two.shorthand(Kind.SCHEDULE)).isEmpty();
    assertThat(two.problems())
        .singleElement()
        .asString()
        .startsWith("a bare value for a schedule is claimed by ")
        .contains("Toys")
        .endsWith("; neither is used");
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

  @SuppressWarnings("UnusedVariable")
  static final class TakingUndocumented implements StepSizeSchedule {
    @Inject
    TakingUndocumented(Undocumented parameters) {}

    @Override
    public double at(int round) {
      return 1;
    }
  }

  @SuppressWarnings("UnusedVariable")
  static final class TakingNamed implements StepSizeSchedule {
    @Inject
    TakingNamed(Named2 parameters) {}

    @Override
    public double at(int round) {
      return 1;
    }
  }

  @SuppressWarnings("UnusedVariable")
  static final class TakingFrom implements GradientFault {
    @Inject
    TakingFrom(From parameters) {}

    @Override
    public Knowledge knows() {
      return Knowledge.NOTHING;
    }

    @Override
    public void forge(Situation situation, OutputRow out) {}
  }

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
  void a_component_with_undocumented_parameters_cannot_be_used() {
    assertThat(refusal(Component.schedule("odd", TakingUndocumented.class)))
        .isEqualTo(
            "the schedule odd cannot be used: the component width of Undocumented has no @Param");
  }

  @Test
  void a_component_that_cannot_be_instantiated_cannot_be_used() {
    assertThat(refusal(Component.schedule("odd", NoConstructor.class)))
        .isEqualTo(
            "the schedule odd cannot be used: "
                + NoConstructor.class.getName()
                + " has no constructor with @Inject (jakarta.inject)");
    assertThat(refusal(Component.schedule("odd", TwoConstructors.class)))
        .isEqualTo(
            "the schedule odd cannot be used: "
                + TwoConstructors.class.getName()
                + " has more than one constructor with @Inject (jakarta.inject)");
    assertThat(refusal(Component.schedule("odd", Named.class)))
        .isEqualTo(
            "the schedule odd cannot be used: "
                + Named.class.getName()
                + " is abstract and cannot be instantiated");
  }

  @Test
  void a_component_of_the_wrong_type_cannot_be_used() {
    @SuppressWarnings({"unchecked", "rawtypes"}) // what raw types let through
    Component<?> wrong = Component.filter("odd", (Class) Toys.Shout.class);
    assertThat(refusal(wrong))
        .isEqualTo(
            "the filter odd cannot be used: "
                + Toys.Shout.class.getName()
                + " is no GradientFilter");
  }

  @Test
  void a_component_with_a_reserved_parameter_name_cannot_be_used() {
    assertThat(refusal(Component.schedule("odd", TakingNamed.class)))
        .isEqualTo(
            "the schedule odd cannot be used: a parameter of a schedule cannot be named name");
    assertThat(refusal(Component.fault("odd", TakingFrom.class)))
        .isEqualTo("the fault odd cannot be used: a parameter of a fault cannot be named from");
  }

  @Test
  void a_component_with_an_insufficient_shorthand_cannot_be_used() {
    Component<?> other = Component.schedule("odd", Toys.Fading.class);
    assertThat(refusal(other.shorthand("speed")))
        .isEqualTo(
            "the schedule odd cannot be used: the shorthand speed is not one of its parameters");
    assertThat(refusal(other.shorthand("rate")))
        .isEqualTo(
            "the schedule odd cannot be used: a shorthand is not possible because start is also"
                + " required");
  }
}
