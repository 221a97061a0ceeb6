package dev.varangian.conformance.filter;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Instance;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.filter.trial.FilterResult;
import dev.varangian.conformance.filter.trial.SameBits;
import dev.varangian.conformance.filter.trial.Sizes;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;

/** A run that is stopped after every round and resumed from its memory has the same bits. */
final class KeepsStateInMemory implements Check<GradientFilter> {
  private static final int ROUNDS = 4;

  @Override
  public String claim() {
    return "keeps state only in Memory";
  }

  @Override
  public void on(Subject<GradientFilter> subject) {
    for (int d : new int[] {2, 100}) {
      for (Geometry sizes : Sizes.usual(subject, d, 4, 7, 10)) {
        Instance<GradientFilter> whole = Sizes.make(subject, sizes);
        Instance<GradientFilter> stopped = Sizes.make(subject, sizes);
        for (int round = 1; round <= ROUNDS; round++) {
          float[][] rows = Vectors.usual(sizes.n(), d, round);
          SameBits.require(
              FilterResult.inRound(round, whole.component(), rows),
              FilterResult.inRound(round, stopped.component(), rows),
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
