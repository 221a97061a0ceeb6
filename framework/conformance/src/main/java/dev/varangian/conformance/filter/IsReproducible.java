package dev.varangian.conformance.filter;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.filter.trial.FilterResult;
import dev.varangian.conformance.filter.trial.SameBits;
import dev.varangian.conformance.filter.trial.Sizes;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;

/** A filter created again computes the same bits. */
final class IsReproducible implements Check<GradientFilter> {
  private static final int TIMES = 3;

  @Override
  public String claim() {
    return "is reproducible to the bit";
  }

  @Override
  public void on(Subject<GradientFilter> subject) {
    for (int d : new int[] {2, 4100}) {
      for (Geometry sizes : Sizes.usual(subject, d, 4, 7, 10)) {
        float[][] rows = Vectors.usual(sizes.n(), d);
        FilterResult once = FilterResult.by(Sizes.make(subject, sizes).component(), rows);
        for (int i = 1; i < TIMES; i++) {
          FilterResult again = FilterResult.by(Sizes.make(subject, sizes).component(), rows);
          SameBits.require(
              once, again, "f = " + sizes.f() + ", " + Vectors.text(rows) + ": created again, it");
        }
      }
    }
  }
}
