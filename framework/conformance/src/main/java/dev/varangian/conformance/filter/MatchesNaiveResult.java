package dev.varangian.conformance.filter;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Lease;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.filter.trial.FilterResult;
import dev.varangian.conformance.filter.trial.Sizes;
import dev.varangian.conformance.filter.trial.Tolerance;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;

/** The server's optimised result matches the definitions for vectors of any length. */
final class MatchesNaiveResult implements Check<GradientFilter> {

  @Override
  public String claim() {
    return "matches a naive implementation";
  }

  @Override
  public void on(Subject<GradientFilter> subject) {
    for (int d : new int[] {1, 2, 15, 16, 17, 4097}) {
      for (Geometry sizes : Sizes.usual(subject, d, 4, 7, 10)) {
        require(subject, sizes);
      }
    }
  }

  /**
   * @throws dev.varangian.conformance.check.Violation if the two results differ at these sizes
   */
  static void require(Subject<GradientFilter> subject, Geometry sizes) {
    float[][] rows = Vectors.usual(sizes.n(), sizes.d());
    Tolerance.require(
        FilterResult.plainly(
            Sizes.make(subject, sizes).component(), Vectors.copy(rows), new Lease()),
        FilterResult.by(Sizes.make(subject, sizes).component(), rows, 2).output(),
        Vectors.greatest(rows),
        "f = " + sizes.f() + ", " + Vectors.text(rows) + ": the server's result",
        "the naive result");
  }
}
