package dev.varangian.conformance.filter;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import dev.varangian.conformance.filter.trial.FilterResult;
import dev.varangian.conformance.filter.trial.FiniteOutput;
import dev.varangian.conformance.filter.trial.Sizes;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;
import java.util.List;

/** Typical numbers of agents give finite vectors. */
final class WorksForTypicalSizes implements Check<GradientFilter> {
  private static final int[] AGENTS = {4, 7, 10, 16, 25};

  @Override
  public String claim() {
    return "works for typical numbers of agents";
  }

  @Override
  public void on(Subject<GradientFilter> subject) {
    for (int d : new int[] {3, 4097}) {
      List<Geometry> usual = Sizes.taken(subject, d, AGENTS);
      if (usual.isEmpty()) {
        throw new Violation(
            "rejects n = 4, 7, 10, 16 and 25 even with f = 0: "
                + Sizes.refusal(subject, new Geometry(25, 0, d)).orElse(""),
            "a hard bound that allows at least one of them");
      }
      for (Geometry sizes : usual) {
        float[][] rows = Vectors.usual(sizes.n(), d);
        FiniteOutput.require(
            FilterResult.by(Sizes.make(subject, sizes).component(), rows),
            sizes,
            Vectors.text(rows));
      }
    }
  }
}
