package dev.varangian.conformance.filter.input;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.filter.trial.FilterResult;
import dev.varangian.conformance.filter.trial.FiniteOutput;
import dev.varangian.conformance.filter.trial.Sizes;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;
import java.util.Arrays;

/** Some or all vectors are equal. */
public final class AcceptsDuplicates implements Check<GradientFilter> {

  @Override
  public String claim() {
    return "accepts equal vectors";
  }

  @Override
  public void on(Subject<GradientFilter> subject) {
    for (int d : new int[] {1, 3, 17}) {
      for (Geometry sizes : Sizes.usual(subject, d, 4, 7, 10)) {
        float[][] rows = Vectors.usual(sizes.n(), d);
        float[] one = rows[0];
        for (int equal = 2; equal <= sizes.n(); equal++) {
          Arrays.fill(rows, sizes.n() - equal, sizes.n(), one);
          FiniteOutput.require(
              FilterResult.by(Sizes.make(subject, sizes).component(), rows),
              sizes,
              Vectors.text(rows));
        }
      }
    }
  }
}
