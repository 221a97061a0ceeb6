package dev.varangian.conformance.filter;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.SideBySide;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.spi.Geometry;
import dev.varangian.spi.GradientFilter;
import java.util.List;
import java.util.stream.IntStream;

/** Runs in other threads, each with a filter of its own, change no bit. */
final class IgnoresOtherRuns implements Check<GradientFilter> {
  private static final int D = 100;
  private static final int ROUNDS = 25;

  @Override
  public String claim() {
    return "gives the same bits beside other runs";
  }

  @Override
  public void on(Subject<GradientFilter> subject) {
    for (Geometry sizes : Sizes.usual(subject, D, 10)) {
      List<Filtered> alone = rounds(subject, sizes);
      for (List<Filtered> beside : SideBySide.run(thread -> rounds(subject, sizes))) {
        for (int round = 0; round < ROUNDS; round++) {
          SameBits.require(
              alone.get(round),
              beside.get(round),
              Sizes.text(sizes) + ", d = " + D + ": beside three other runs, round " + (round + 1));
        }
      }
    }
  }

  private static List<Filtered> rounds(Subject<GradientFilter> subject, Geometry sizes) {
    GradientFilter filter = Sizes.make(subject, sizes).component();
    return IntStream.range(0, ROUNDS)
        .mapToObj(round -> Filtered.by(filter, Vectors.usual(sizes.n(), D, round)))
        .toList();
  }
}
