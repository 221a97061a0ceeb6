package dev.varangian.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.core.catalogue.Catalogue;
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
  void all_that_it_declares_is_usable_and_described() {
    List<Component<?>> components = new DatasetsPlugin().components();

    assertThat(catalogue.problems()).isEmpty();
    assertThat(components)
        .extracting(component -> component.kind() + " " + component.name())
        .containsExactly(
            "dataset mnist", "dataset synthetic-digits", "partition iid", "schedule constant");
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

  private Record defaults(Kind kind, String name) {
    return catalogue.parameters(catalogue.find(kind, name).orElseThrow()).bind(Map.of());
  }
}
