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

/** Adding a vector to all vectors adds it to the result. */
public final class IsTranslationEquivariant implements Check<GradientFilter> {

  @Override
  public String claim() {
    return "moves with the vectors";
  }

  @Override
  public void on(Subject<GradientFilter> subject) {
    for (int d : new int[] {1, 3, 17}) {
      for (Geometry sizes : Sizes.usual(subject, d, 4, 7, 10)) {
        GradientFilter filter = Sizes.make(subject, sizes).component();
        DeclaredSymmetry.require(filter, Symmetry.TRANSLATION);
        float[][] rows = Vectors.usual(sizes.n(), d);
        float[][] moved = Vectors.copy(rows);
        for (float[] row : moved) {
          add(row);
        }
        float[] expected = FilterResult.by(filter, rows).output();
        add(expected);
        Tolerance.require(
            expected,
            FilterResult.by(Sizes.make(subject, sizes).component(), moved).output(),
            Vectors.greatest(moved),
            "f = "
                + sizes.f()
                + ", "
                + Vectors.text(rows)
                + " and 31, -30, 31, … added: the result",
            "the original result plus that vector");
      }
    }
  }

  private static void add(float[] row) {
    for (int j = 0; j < row.length; j++) {
      row[j] += j % 2 == 0 ? 31 : -30;
    }
  }
}
