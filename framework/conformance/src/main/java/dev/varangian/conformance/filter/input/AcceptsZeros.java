package dev.varangian.conformance.filter.input;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import dev.varangian.conformance.filter.trial.FilterResult;
import dev.varangian.conformance.filter.trial.FiniteOutput;
import dev.varangian.conformance.filter.trial.Sizes;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Symmetry;
import java.util.Arrays;

/** Some or all vectors are zero, as missing vectors are. */
public final class AcceptsZeros implements Check<GradientFilter> {

  @Override
  public String claim() {
    return "accepts zero vectors";
  }

  @Override
  public void on(Subject<GradientFilter> subject) {
    for (int d : new int[] {1, 3, 17}) {
      for (Geometry sizes : Sizes.usual(subject, d, 4, 7, 10)) {
        float[][] rows = Vectors.usual(sizes.n(), d);
        for (int zeros = 1; zeros <= sizes.n(); zeros++) {
          Arrays.fill(rows[zeros - 1], zeros % 2 == 0 ? -0f : 0f);
          FiniteOutput.require(
              FilterResult.by(Sizes.make(subject, sizes).component(), rows),
              sizes,
              Vectors.text(rows));
        }
        requireZero(subject, sizes, rows);
      }
    }
  }

  /** F(0) = F(2 * 0) = 2 F(0). */
  private static void requireZero(
      Subject<GradientFilter> subject, Geometry sizes, float[][] zeros) {
    GradientFilter filter = Sizes.make(subject, sizes).component();
    float greatest = Vectors.greatest(FilterResult.by(filter, zeros).output());
    if (filter.symmetries().contains(Symmetry.SCALE) && greatest != 0) {
      throw new Violation(
          "f = " + sizes.f() + ", " + Vectors.text(zeros) + ": the result has " + greatest,
          "zeros, because it declares scale equivariance");
    }
  }
}
