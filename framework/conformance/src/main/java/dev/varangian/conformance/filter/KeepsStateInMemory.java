package dev.varangian.conformance.filter;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Made;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;

/** A run stopped after every round, and gone on with from its memory alone, has the same bits. */
final class KeepsStateInMemory implements Check<GradientFilter> {
  private static final int ROUNDS = 4;

  @Override
  public String claim() {
    return "keeps state in Memory alone";
  }

  @Override
  public void on(Subject<GradientFilter> subject) {
    for (int d : new int[] {2, 100}) {
      for (Geometry sizes : Sizes.usual(subject, d, 4, 7, 10)) {
        Made<GradientFilter> whole = Sizes.make(subject, sizes);
        Made<GradientFilter> stopped = Sizes.make(subject, sizes);
        for (int round = 1; round <= ROUNDS; round++) {
          float[][] rows = Vectors.usual(sizes.n(), d, round);
          SameBits.require(
              Filtered.by(whole.component(), rows),
              Filtered.by(stopped.component(), rows),
              Sizes.text(sizes)
                  + ", d = "
                  + d
                  + ": stopped after round "
                  + (round - 1)
                  + " and resumed, round "
                  + round);
          stopped = subject.resume(sizes, stopped);
        }
      }
    }
  }
}
