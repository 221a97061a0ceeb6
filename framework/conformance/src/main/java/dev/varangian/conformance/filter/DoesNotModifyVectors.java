package dev.varangian.conformance.filter;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import dev.varangian.conformance.filter.trial.FilterResult;
import dev.varangian.conformance.filter.trial.Sizes;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;

/** The received vectors are not modified. */
final class DoesNotModifyVectors implements Check<GradientFilter> {

  @Override
  public String claim() {
    return "does not modify the vectors";
  }

  @Override
  public void on(Subject<GradientFilter> subject) {
    for (int d : new int[] {2, 4100}) {
      for (Geometry sizes : Sizes.usual(subject, d, 4, 7, 10)) {
        float[][] before = Vectors.usual(sizes.n(), d);
        float[][] rows = Vectors.copy(before);
        FilterResult.readingIn(Sizes.make(subject, sizes).component(), rows, 1);
        for (int i = 0; i < rows.length; i++) {
          int place = Vectors.apart(rows[i], before[i], 0);
          if (place >= 0) {
            throw new Violation(
                "f = "
                    + sizes.f()
                    + ", "
                    + Vectors.text(before)
                    + ": coordinate "
                    + place
                    + " of vector "
                    + i
                    + " changed to "
                    + Vectors.text(rows[i][place]),
                Vectors.text(before[i][place]) + ", as before");
          }
        }
      }
    }
  }
}
