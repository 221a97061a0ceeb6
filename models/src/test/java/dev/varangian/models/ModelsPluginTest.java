package dev.varangian.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import dev.varangian.spi.Plugin;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ModelsPluginTest {

  @Test
  void is_found_as_a_service() {
    assertThat(ServiceLoader.load(Plugin.class)).hasAtLeastOneElementOfType(ModelsPlugin.class);
  }

  @Test
  void declares_its_models() {
    List<Component<?>> components = new ModelsPlugin().components();

    assertThat(components)
        .extracting(Component::name)
        .containsExactly("lenet", "linear-regression", "mlp", "softmax-regression");
    assertThat(components).allMatch(component -> component.kind() == Kind.MODEL);
    assertThat(components).extracting(Component::summary).doesNotContain("");
  }
}
