package dev.varangian.conformance.filter.input;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.filter.trial.FilterResult;
import dev.varangian.conformance.filter.trial.FiniteOutput;
import dev.varangian.conformance.filter.trial.Sizes;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;

/** Values whose squares underflow in float, down to the smallest subnormal number. */
public final class AcceptsTinyValues implements Check<GradientFilter> {
  private static final float[] SCALES = {1e-20f, 1e-37f, 1e-40f, Float.MIN_VALUE};

  @Override
  public String claim() {
    return "accepts subnormal values";
  }

  @Override
  public void on(Subject<GradientFilter> subject) {
    for (int d : new int[] {1, 3, 17}) {
      for (Geometry sizes : Sizes.usual(subject, d, 4, 7, 10)) {
        for (float scale : SCALES) {
          float[][] rows = Vectors.scaled(Vectors.usual(sizes.n(), d), scale);
          FiniteOutput.require(
              FilterResult.by(Sizes.make(subject, sizes).component(), rows),
              sizes,
              Vectors.text(rows));
        }
      }
    }
  }
}
