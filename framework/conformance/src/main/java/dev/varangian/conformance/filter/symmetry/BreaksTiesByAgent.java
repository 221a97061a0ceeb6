package dev.varangian.conformance.filter.symmetry;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Inapplicable;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Violation;
import dev.varangian.conformance.filter.trial.FilterResult;
import dev.varangian.conformance.filter.trial.Sizes;
import dev.varangian.conformance.filter.trial.Tolerance;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.CoordinateFilter;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Symmetry;
import java.util.Arrays;

/** Of several equal vectors, none has more weight than that of a lower agent. */
public final class BreaksTiesByAgent implements Check<GradientFilter> {
  private static final int D = 2;

  @Override
  public String claim() {
    return "breaks ties in favour of the lower agent";
  }

  @Override
  public void on(Subject<GradientFilter> subject) {
    for (Geometry sizes : Sizes.usual(subject, D, 4, 7, 10)) {
      GradientFilter filter = Sizes.make(subject, sizes).component();
      DeclaredSymmetry.require(filter, Symmetry.PERMUTATION);
      if (filter instanceof CoordinateFilter) {
        throw new Inapplicable("it works coordinate by coordinate, so ties do not matter");
      }
      float[][] equal = new float[sizes.n()][];
      Arrays.fill(equal, new float[] {1, 2});
      double[] shares = FilterResult.by(filter, equal).shares();
      if (shares == null) {
        throw new Inapplicable("it reports no weights");
      }
      for (int i = 1; i < sizes.n(); i++) {
        if (shares[i] > shares[i - 1] + Tolerance.SHARES) {
          throw new Violation(
              Sizes.text(sizes)
                  + ", all vectors [1 2]: agent "
                  + (i + 1)
                  + " has the weight "
                  + shares[i]
                  + ", agent "
                  + i
                  + " "
                  + shares[i - 1],
              "at most the weight of a lower agent");
        }
      }
    }
  }
}
