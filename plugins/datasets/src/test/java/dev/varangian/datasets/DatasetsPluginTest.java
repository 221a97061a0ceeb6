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
  void isFoundAsAService() {
    assertThat(ServiceLoader.load(Plugin.class)).hasAtLeastOneElementOfType(DatasetsPlugin.class);
  }

  @Test
  void allThatItDeclaresIsUsableAndDescribed() {
    List<Component<?>> components = new DatasetsPlugin().components();

    assertThat(catalogue.problems()).isEmpty();
    assertThat(components)
        .extracting(component -> component.kind() + " " + component.name())
        .containsExactly(
            "dataset mnist", "dataset synthetic-digits", "partition iid", "schedule constant");
    assertThat(components).extracting(Component::summary).doesNotContain("");
  }

  @Test
  void mnistIsStandardisedByDefault() {
    assertThat(defaults(Kind.DATASET, "mnist")).isEqualTo(new Mnist.Parameters(0.1307, 0.3081));
  }

  @Test
  void syntheticDigitsAreByDefaultAsManyAsMnistHas() {
    assertThat(defaults(Kind.DATASET, "synthetic-digits"))
        .isEqualTo(new SyntheticDigits.Parameters(1, 60_000, 10_000, 0.1307, 0.3081));
  }

  private Record defaults(Kind kind, String name) {
    return catalogue.parameters(catalogue.find(kind, name).orElseThrow()).bind(Map.of());
  }
}
