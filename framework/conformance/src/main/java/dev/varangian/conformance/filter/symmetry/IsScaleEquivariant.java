package dev.varangian.conformance.filter.symmetry;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.filter.trial.FilterResult;
import dev.varangian.conformance.filter.trial.Sizes;
import dev.varangian.conformance.filter.trial.Tolerance;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Symmetry;

/** Multiplying all vectors by a positive factor multiplies the result by it. */
public final class IsScaleEquivariant implements Check<GradientFilter> {
  /** Each is exact, and the squares of the last two are beyond the range of a float. */
  private static final float[] FACTORS = {8, 1 / 1024f, 0x1p60f, 0x1p-80f};

  @Override
  public String claim() {
    return "scales with the vectors";
  }

  @Override
  public void on(Subject<GradientFilter> subject) {
    for (int d : new int[] {1, 3, 17}) {
      for (Geometry sizes : Sizes.usual(subject, d, 4, 7, 10)) {
        GradientFilter filter = Sizes.make(subject, sizes).component();
        DeclaredSymmetry.require(filter, Symmetry.SCALE);
        float[][] rows = Vectors.usual(sizes.n(), d);
        float[] once = FilterResult.by(filter, rows).output();
        for (float factor : FACTORS) {
          float[][] scaled = Vectors.scaled(rows, factor);
          Tolerance.require(
              Vectors.scaled(new float[][] {once}, factor)[0],
              FilterResult.by(Sizes.make(subject, sizes).component(), scaled).output(),
              Vectors.greatest(scaled),
              "f = "
                  + sizes.f()
                  + ", "
                  + Vectors.text(rows)
                  + ", each times "
                  + Vectors.text(factor)
                  + ": the result",
              "the original result times that factor");
        }
      }
    }
  }
}
