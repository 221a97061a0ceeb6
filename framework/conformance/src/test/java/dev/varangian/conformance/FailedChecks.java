package dev.varangian.conformance;

import dev.varangian.spi.Component;
import java.util.List;

/** What a component fails at. */
final class FailedChecks {
  private FailedChecks() {}

  /** The claims that a component breaks, in the order of the checks. */
  static List<String> checks(Component<?> component) {
    return results(component).stream().filter(Result::failed).map(Result::check).toList();
  }

  /** What the first check that fails says. */
  static String first(Component<?> component) {
    return results(component).stream()
        .map(Result::outcome)
        .filter(Outcome.Failed.class::isInstance)
        .map(Outcome.Failed.class::cast)
        .findFirst()
        .map(failed -> failed.seen() + "; expected " + failed.expected())
        .orElse("nothing fails");
  }

  static List<Result> results(Component<?> component) {
    Component<?> declared = component.summary("Planted");
    return Conformance.of(() -> List.of(declared)).run();
  }
}
