package dev.varangian.filters;

import dev.varangian.conformance.ConformanceTests;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class ConformanceTest {

  @TestFactory
  Stream<DynamicNode> every_component_conforms() {
    return ConformanceTests.of(new FiltersPlugin());
  }
}
