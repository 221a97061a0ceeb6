package example.{{package}};

import dev.varangian.conformance.ConformanceTests;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class {{class}}PluginTest {

  @TestFactory
  Stream<DynamicNode> keeps_what_every_{{word}}_promises() {
    return ConformanceTests.of(new {{class}}Plugin());
  }
}
