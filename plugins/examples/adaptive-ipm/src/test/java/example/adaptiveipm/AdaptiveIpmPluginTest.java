package example.adaptiveipm;

import dev.varangian.conformance.ConformanceTests;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class AdaptiveIpmPluginTest {

  @TestFactory
  Stream<DynamicNode> keeps_what_every_fault_promises() {
    return ConformanceTests.of(new AdaptiveIpmPlugin());
  }
}
