package dev.varangian.conformance.filter;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.filter.trial.FilterResult;
import dev.varangian.conformance.filter.trial.SameBits;
import dev.varangian.conformance.filter.trial.Sizes;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;

/** The number of threads does not change a bit. */
final class IgnoresThreadCount implements Check<GradientFilter> {
  private static final int D = 13_001;

  @Override
  public String claim() {
    return "does not depend on the number of threads";
  }

  @Override
  public void on(Subject<GradientFilter> subject) {
    for (Geometry sizes : Sizes.usual(subject, D, 4, 10, 33)) {
      float[][] rows = Vectors.usual(sizes.n(), D);
      FilterResult one = FilterResult.by(Sizes.make(subject, sizes).component(), rows, 1);
      for (int threads = 2; threads <= 3; threads++) {
        SameBits.require(
            one,
            FilterResult.by(Sizes.make(subject, sizes).component(), rows, threads),
            Sizes.text(sizes) + ", d = " + D + ": with " + threads + " threads it");
      }
    }
  }
}
