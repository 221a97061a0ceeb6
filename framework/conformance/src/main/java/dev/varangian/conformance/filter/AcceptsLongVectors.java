package dev.varangian.conformance.filter;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Inapplicable;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.filter.trial.Sizes;
import dev.varangian.spi.filter.GradientFilter;

/** A vector length that is no multiple of a block size, with the default parameters. */
final class AcceptsLongVectors implements Check<GradientFilter> {
  private static final int D = 1_000_003;

  @Override
  public String claim() {
    return "matches a naive implementation at d = 1,000,003";
  }

  @Override
  public void on(Subject<GradientFilter> subject) {
    if (!subject.values().isEmpty()) {
      throw new Inapplicable("it was checked with the first values of its parameters");
    }
    MatchesNaiveResult.require(subject, Sizes.usual(subject, D, 4, 7).get(0));
  }
}
