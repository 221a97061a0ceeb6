package dev.varangian.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.datasets.digits.SyntheticDigits;
import dev.varangian.datasets.image.FashionMnist;
import dev.varangian.datasets.image.Mnist;
import dev.varangian.datasets.regression.LeastSquares;
import dev.varangian.datasets.schedule.InverseTime;
import dev.varangian.datasets.schedule.StepDecay;
import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import dev.varangian.spi.Plugin;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class DatasetsPluginTest {
  private final Catalogue catalogue = Catalogue.of(new DatasetsPlugin());

  @Test
  void is_found_as_a_service() {
    assertThat(ServiceLoader.load(Plugin.class)).hasAtLeastOneElementOfType(DatasetsPlugin.class);
  }

  @Test
  void every_declared_component_is_usable_and_described() {
    List<Component<?>> components = new DatasetsPlugin().components();

    assertThat(catalogue.problems()).isEmpty();
    assertThat(components)
        .extracting(component -> component.kind() + " " + component.name())
        .containsExactly(
            "dataset mnist",
            "dataset fashion-mnist",
            "dataset cifar10",
            "dataset least-squares",
            "dataset synthetic-digits",
            "partition iid",
            "schedule constant",
            "schedule inverse-time",
            "schedule step");
    assertThat(components).extracting(Component::summary).doesNotContain("");
  }

  @Test
  void mnist_is_standardised_by_default() {
    assertThat(defaults(Kind.DATASET, "mnist")).isEqualTo(new Mnist.Parameters(0.1307, 0.3081));
  }

  @Test
  void synthetic_digits_are_by_default_as_many_as_mnist_has() {
    assertThat(defaults(Kind.DATASET, "synthetic-digits"))
        .isEqualTo(new SyntheticDigits.Parameters(1, 60_000, 10_000, 0.1307, 0.3081));
  }

  @Test
  void fashion_mnist_is_standardised_by_its_own_numbers() {
    assertThat(defaults(Kind.DATASET, "fashion-mnist"))
        .isEqualTo(new FashionMnist.Parameters(0.2860, 0.3530));
  }

  @Test
  void least_squares_defaults_to_ten_unknowns_and_constants_of_one() {
    assertThat(defaults(Kind.DATASET, "least-squares"))
        .isEqualTo(new LeastSquares.Parameters(10, 1, 1, 1, 1));
  }

  @Test
  void schedule_parameters_without_a_natural_default_are_required() {
    assertThat(bound(Kind.SCHEDULE, "inverse-time", Map.of("initial", 0.5, "decay", 0.0)))
        .isEqualTo(new InverseTime.Parameters(0.5, 0));
    assertThat(bound(Kind.SCHEDULE, "step", Map.of("initial", 0.5, "every", 100)))
        .isEqualTo(new StepDecay.Parameters(0.5, 0.1, 100));
    assertThatThrownBy(() -> defaults(Kind.SCHEDULE, "inverse-time"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> defaults(Kind.SCHEDULE, "step"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Record defaults(Kind kind, String name) {
    return bound(kind, name, Map.of());
  }

  private Record bound(Kind kind, String name, Map<String, Object> values) {
    return catalogue.parameters(catalogue.find(kind, name).orElseThrow()).bind(values);
  }
}
