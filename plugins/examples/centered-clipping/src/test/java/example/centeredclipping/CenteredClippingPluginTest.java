package example.centeredclipping;

import dev.varangian.conformance.ConformanceTests;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class CenteredClippingPluginTest {

  @TestFactory
  Stream<DynamicNode> does_what_every_filter_and_sink_must_do() {
    return ConformanceTests.of(new CenteredClippingPlugin());
  }
}
