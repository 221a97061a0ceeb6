package dev.varangian.conformance.filter.input;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import dev.varangian.conformance.filter.trial.FilterResult;
import dev.varangian.conformance.filter.trial.Sizes;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;
import java.util.Arrays;

/**
 * Values up to 1e38 and the largest float, whose squares exceed the range of a float. The result
 * may overflow only where the scaled-up result of smaller vectors would, as a sum does.
 */
public final class AcceptsHugeValues implements Check<GradientFilter> {
  private static final float HUGE = 1e38f;
  private static final float LARGE = 1e15f;

  @Override
  public String claim() {
    return "accepts values of 1e38";
  }

  @Override
  public void on(Subject<GradientFilter> subject) {
    for (int d : new int[] {1, 3, 17}) {
      for (Geometry sizes : Sizes.usual(subject, d, 4, 7, 10)) {
        float[][] unit = Vectors.usual(sizes.n(), d);
        float greatest = Vectors.greatest(unit);
        for (float[] row : unit) {
          for (int j = 0; j < d; j++) {
            row[j] /= greatest;
          }
        }
        require(subject, sizes, unit, HUGE);
        for (int i = 0; i < sizes.n(); i++) {
          Arrays.fill(unit[i], i % 3 == 0 ? -1 : 1);
        }
        require(subject, sizes, unit, HUGE);
        require(subject, sizes, unit, Float.MAX_VALUE);
      }
    }
  }

  private static void require(
      Subject<GradientFilter> subject, Geometry sizes, float[][] unit, float scale) {
    float[] large =
        FilterResult.by(Sizes.make(subject, sizes).component(), Vectors.scaled(unit, LARGE))
            .output();
    float[][] rows = Vectors.scaled(unit, scale);
    float[] huge = FilterResult.by(Sizes.make(subject, sizes).component(), rows).output();
    int place = Vectors.notFinite(huge);
    boolean mayOverflow =
        place >= 0
            && !Float.isNaN(huge[place])
            && (double) Vectors.greatest(large) * scale / LARGE > 0.99 * Float.MAX_VALUE;
    if (place >= 0 && !mayOverflow) {
      throw new Violation(
          "f = "
              + sizes.f()
              + ", "
              + Vectors.text(rows)
              + ": coordinate "
              + place
              + " of the result is "
              + Vectors.text(huge[place]),
          "a finite number, which fits a float");
    }
  }
}
