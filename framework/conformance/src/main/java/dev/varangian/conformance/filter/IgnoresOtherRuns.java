package dev.varangian.conformance.filter;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Concurrently;
import dev.varangian.conformance.check.Lease;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.filter.trial.FilterResult;
import dev.varangian.conformance.filter.trial.SameBits;
import dev.varangian.conformance.filter.trial.Sizes;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Runs in other threads, each with its own filter, change no bit. */
final class IgnoresOtherRuns implements Check<GradientFilter> {
  private static final int D = 100;
  private static final int ROUNDS = 50;

  /** The vectors repeat after this many rounds. */
  private static final int OTHERS = 10;

  @Override
  public String claim() {
    return "is not affected by concurrent runs";
  }

  @Override
  public void on(Subject<GradientFilter> subject) {
    for (Geometry sizes : Sizes.usual(subject, D, 10)) {
      List<List<FilterResult>> beside = Concurrently.run(thread -> rounds(subject, sizes, thread));
      for (int thread = 0; thread < beside.size(); thread++) {
        List<FilterResult> alone = rounds(subject, sizes, thread).get();
        for (int round = 0; round < ROUNDS; round++) {
          SameBits.require(
              alone.get(round),
              beside.get(thread).get(round),
              Sizes.text(sizes)
                  + ", d = "
                  + D
                  + ": with three concurrent runs, round "
                  + (round + 1));
        }
      }
    }
  }

  /** Each run has its own vectors, so that a leak from one run into another shows. */
  private static Supplier<List<FilterResult>> rounds(
      Subject<GradientFilter> subject, Geometry sizes, int run) {
    GradientFilter filter = Sizes.make(subject, sizes).component();
    List<float[][]> vectors =
        IntStream.range(0, OTHERS)
            .mapToObj(round -> Vectors.usual(sizes.n(), D, OTHERS * run + round))
            .toList();
    return () ->
        IntStream.range(0, ROUNDS)
            .mapToObj(round -> beside(round + 1, filter, vectors.get(round % OTHERS)))
            .toList();
  }

  private static FilterResult beside(int round, GradientFilter filter, float[][] rows) {
    return new FilterResult(
        FilterResult.plainly(round, filter, Vectors.copy(rows), Lease.yielding()), null);
  }
}
