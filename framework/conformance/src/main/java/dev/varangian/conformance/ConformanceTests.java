package dev.varangian.conformance;

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * The conformance kit as JUnit tests, one for each component and check:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> conforms() {
 *   return ConformanceTests.of(new MyPlugin());
 * }
 * }</pre>
 *
 * <p>A check that does not apply to a component is skipped with the reason.
 */
public final class ConformanceTests {
  private ConformanceTests() {}

  /** The tests of a plugin, in a container for each component. */
  public static Stream<DynamicNode> of(Plugin plugin) {
    return of(Conformance.of(plugin));
  }

  /** Returns the tests of a selection of components. */
  public static Stream<DynamicNode> of(Conformance conformance) {
    Map<Component<?>, List<ComponentCheck>> byComponent =
        conformance.trials().stream()
            .collect(
                Collectors.groupingBy(
                    ComponentCheck::component, LinkedHashMap::new, Collectors.toList()));
    return byComponent.entrySet().stream()
        .map(
            entry ->
                DynamicContainer.dynamicContainer(
                    entry.getKey().kind() + " " + entry.getKey().name(),
                    entry.getValue().stream().map(ConformanceTests::test)));
  }

  /**
   * Tests that the Javadoc of each component's class holds what its declaration says: formula,
   * source, cost, variants and worked example, word for word.
   *
   * @param sources the folder of the plugin's sources, for instance {@code src/main/java}
   */
  public static Stream<DynamicNode> ofJavadoc(Plugin plugin, Path sources) {
    return plugin.components().stream()
        .map(
            component ->
                DynamicTest.dynamicTest(
                    component.kind() + " " + component.name(),
                    () -> Assertions.assertEquals(List.of(), missing(component, sources))));
  }

  /** What of a declaration does not stand in the Javadoc. */
  private static List<String> missing(Component<?> component, Path sources) throws IOException {
    String javadoc = ClassJavadoc.of(component.type(), sources);
    Component.Documentation declared = component.documentation();
    return Stream.concat(
            Stream.of(declared.formula(), declared.source(), declared.cost(), declared.variants()),
            declared.example().stream()
                .flatMap(example -> Stream.of(example.text(), example.working())))
        .filter(text -> !javadoc.contains(text))
        .toList();
  }

  private static DynamicNode test(ComponentCheck trial) {
    return DynamicTest.dynamicTest(trial.check(), () -> verify(trial.run()));
  }

  private static void verify(Result result) {
    String what = result.kind() + " " + result.component() + ": " + result.check() + ": ";
    if (result.outcome() instanceof Outcome.Failed failed) {
      Assertions.fail(what + failed.seen() + "; expected " + failed.expected());
    } else if (result.outcome() instanceof Outcome.NotApplicable not) {
      Assumptions.abort(what + "not applicable: " + not.reason());
    }
  }
}
