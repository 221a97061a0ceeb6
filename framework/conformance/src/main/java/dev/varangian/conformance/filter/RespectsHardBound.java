package dev.varangian.conformance.filter;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.ExceptionText;
import dev.varangian.conformance.check.Refused;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import dev.varangian.conformance.filter.trial.FilterResult;
import dev.varangian.conformance.filter.trial.FiniteOutput;
import dev.varangian.conformance.filter.trial.Sizes;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;
import java.util.Optional;

/**
 * Every size that the hard bound allows can be computed, down to the smallest n; other sizes are
 * rejected with a message.
 */
final class RespectsHardBound implements Check<GradientFilter> {
  private static final int D = 3;
  private static final int MOST_AGENTS = 12;

  @Override
  public String claim() {
    return "works within its hard bound and rejects other sizes with a message";
  }

  @Override
  public void on(Subject<GradientFilter> subject) {
    for (int n = 1; n <= MOST_AGENTS; n++) {
      for (int f = 0; f < n; f++) {
        Geometry sizes = new Geometry(n, f, D);
        Optional<String> refusal = Sizes.refusal(subject, sizes);
        if (refusal.isEmpty()) {
          requireResult(subject, sizes);
        } else if (refusal.get().isBlank()) {
          throw new Violation(
              Sizes.text(sizes) + " is rejected without a message",
              "a message with the requirement, such as n > 2f");
        } else {
          requireNoProof(subject, sizes);
        }
      }
    }
  }

  /** A resilience guarantee implies that there is a result. */
  private static void requireNoProof(Subject<GradientFilter> subject, Geometry sizes) {
    GradientFilter filter;
    try {
      filter = subject.make(sizes).component();
    } catch (Refused e) {
      return;
    }
    if (filter.resilience().met()) {
      throw new Violation(
          Sizes.text(sizes)
              + ": its hard bound \""
              + filter.hardBound().text()
              + "\" is not met, its resilience condition \""
              + filter.resilience().text()
              + "\" is",
          "a resilience condition that implies the hard bound");
    }
  }

  private static void requireResult(Subject<GradientFilter> subject, Geometry sizes) {
    GradientFilter filter = Sizes.make(subject, sizes).component();
    if (filter.resilience().text().isBlank()) {
      throw new Violation(
          "its resilience condition has no text", "the condition that the proof requires");
    }
    float[][] rows = Vectors.usual(sizes.n(), D);
    FilterResult filtered;
    try {
      filtered = FilterResult.by(filter, rows);
    } catch (RuntimeException e) {
      throw new Violation(
          Sizes.text(sizes) + ": " + ExceptionText.text(e, subject.component().type()),
          "a result, because its hard bound \""
              + filter.hardBound().text()
              + "\" allows this size");
    }
    FiniteOutput.require(filtered, sizes, Vectors.text(rows));
  }
}
