package dev.varangian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.conformance.ConformanceTests;
import dev.varangian.spi.Component;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ConformanceTest {

  @TestFactory
  Stream<DynamicNode> every_component_conforms() {
    return ConformanceTests.of(new FaultsPlugin());
  }

  @TestFactory
  Stream<DynamicNode> the_javadoc_of_a_component_holds_what_it_declares() {
    return ConformanceTests.ofJavadoc(new FaultsPlugin(), Path.of("src/main/java"));
  }

  @Test
  void every_component_declares_formula_cost_and_example() {
    assertThat(new FaultsPlugin().components())
        .extracting(Component::documentation)
        .allMatch(declared -> !declared.formula().isEmpty() && !declared.cost().isEmpty())
        .allMatch(declared -> declared.example().isPresent());
  }
}
