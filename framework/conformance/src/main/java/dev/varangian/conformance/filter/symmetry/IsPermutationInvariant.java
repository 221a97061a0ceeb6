package dev.varangian.conformance.filter.symmetry;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import dev.varangian.conformance.filter.trial.FilterResult;
import dev.varangian.conformance.filter.trial.Sizes;
import dev.varangian.conformance.filter.trial.Tolerance;
import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Symmetry;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reordering the vectors does not change the result, and the weights are reordered with them. From
 * n = 7 and d = 2: with fewer, scores such as Krum's are always tied.
 */
public final class IsPermutationInvariant implements Check<GradientFilter> {

  @Override
  public String claim() {
    return "does not depend on the order of the agents";
  }

  @Override
  public void on(Subject<GradientFilter> subject) {
    for (int d : new int[] {2, 3, 17}) {
      for (Geometry sizes : Sizes.usual(subject, d, 7, 10, 13)) {
        DeclaredSymmetry.require(Sizes.make(subject, sizes).component(), Symmetry.PERMUTATION);
        float[][] rows = Vectors.usual(sizes.n(), d);
        require(subject, sizes, rows);
        Arrays.fill(rows, 4, 7, rows[2]); // tied, so it does not matter which of them counts
        for (int[] places : orders(sizes.n())) {
          requireResult(subject, sizes, rows, places);
        }
      }
    }
  }

  private static void require(Subject<GradientFilter> subject, Geometry sizes, float[][] rows) {
    for (int[] places : orders(sizes.n())) {
      require(subject, sizes, rows, places);
    }
  }

  private static void require(
      Subject<GradientFilter> subject, Geometry sizes, float[][] rows, int[] places) {
    FilterResult straight = FilterResult.by(Sizes.make(subject, sizes).component(), rows);
    FilterResult other = requireResult(subject, sizes, rows, places);
    if (straight.shares() == null || other.shares() == null) {
      return;
    }
    for (int i = 0; i < sizes.n(); i++) {
      double moved = other.shares()[places[i]];
      if (!(Math.abs(straight.shares()[i] - moved) <= Tolerance.SHARES)) {
        throw new Violation(
            at(sizes, rows)
                + ": the weight of vector "
                + i
                + " is "
                + straight.shares()[i]
                + ", in another order "
                + moved,
            "the same weight, because it declares permutation symmetry");
      }
    }
  }

  private static FilterResult requireResult(
      Subject<GradientFilter> subject, Geometry sizes, float[][] rows, int[] places) {
    float[][] moved = new float[sizes.n()][];
    for (int i = 0; i < sizes.n(); i++) {
      moved[places[i]] = rows[i];
    }
    FilterResult straight = FilterResult.by(Sizes.make(subject, sizes).component(), rows);
    FilterResult other = FilterResult.by(Sizes.make(subject, sizes).component(), moved);
    Tolerance.require(
        straight.output(),
        other.output(),
        Vectors.greatest(rows),
        at(sizes, rows) + ": in another order the result",
        "the result in the original order, because it declares permutation symmetry");
    return other;
  }

  /**
   * The new position of each vector: a rotated reversal, which keeps no neighbours in order, and a
   * shuffle, which keeps few neighbours together.
   */
  private static List<int[]> orders(int n) {
    int[] reversed = IntStream.range(0, n).map(i -> (2 * n - 3 - i) % n).toArray();
    int[] mixed = IntStream.range(0, n).toArray();
    Draws draws = new Randomness(n, "conformance order").at(0);
    for (int i = n - 1; i > 0; i--) {
      int other = draws.below(i + 1, i);
      int place = mixed[i];
      mixed[i] = mixed[other];
      mixed[other] = place;
    }
    return List.of(reversed, mixed);
  }

  private static String at(Geometry sizes, float[][] rows) {
    return "f = " + sizes.f() + ", " + Vectors.text(rows);
  }
}
