package dev.varangian.conformance;

import dev.varangian.spi.Component;
import java.util.List;

/** The checks that a component fails. */
final class FailedChecks {
  private FailedChecks() {}

  /** Returns the claims that a component does not satisfy, in the order of the checks. */
  static List<String> checks(Component<?> component) {
    return results(component).stream().filter(Result::failed).map(Result::check).toList();
  }

  /** Returns the message of the first failed check. */
  static String first(Component<?> component) {
    return results(component).stream()
        .map(Result::outcome)
        .filter(Outcome.Failed.class::isInstance)
        .map(Outcome.Failed.class::cast)
        .findFirst()
        .map(failed -> failed.seen() + "; expected " + failed.expected())
        .orElse("no check fails");
  }

  static List<Result> results(Component<?> component) {
    Component<?> declared = component.summary("Planted");
    return Conformance.of(() -> List.of(declared)).run();
  }
}
