package dev.varangian.conformance.filter;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import dev.varangian.conformance.filter.trial.FilterResult;
import dev.varangian.conformance.filter.trial.FiniteOutput;
import dev.varangian.conformance.filter.trial.Sizes;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;

/** f = 0 is not a special case. */
final class WorksWithoutFaultyAgents implements Check<GradientFilter> {
  private static final Geometry SIZES = new Geometry(24, 0, 17);

  @Override
  public String claim() {
    return "works without faulty agents";
  }

  @Override
  public void on(Subject<GradientFilter> subject) {
    Sizes.refusal(subject, SIZES)
        .ifPresent(
            reason -> {
              throw new Violation(Sizes.text(SIZES) + " is refused: " + reason, "a result");
            });
    GradientFilter filter = Sizes.make(subject, SIZES).component();
    if (!filter.resilience().met()) {
      throw new Violation(
          Sizes.text(SIZES)
              + " does not meet its resilience condition "
              + filter.resilience().text(),
          "one that holds where all are honest");
    }
    float[][] rows = Vectors.usual(SIZES.n(), SIZES.d());
    FiniteOutput.require(FilterResult.by(filter, rows), SIZES, Vectors.text(rows));
  }
}
