package dev.varangian.conformance.filter;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Inapplicable;
import dev.varangian.conformance.check.Lease;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import dev.varangian.conformance.filter.trial.FilterResult;
import dev.varangian.conformance.filter.trial.Sizes;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.CoordinateFilter;
import dev.varangian.spi.filter.GradientFilter;
import java.util.ArrayList;
import java.util.List;

/** No vector of an earlier round is read; its memory may hold the next round's vectors by then. */
final class RetainsNoVectors implements Check<GradientFilter> {
  private static final int D = 3;
  private static final int ROUNDS = 3;

  @Override
  public String claim() {
    return "does not use vectors of earlier rounds";
  }

  @Override
  public void on(Subject<GradientFilter> subject) {
    for (Geometry sizes : Sizes.usual(subject, D, 4, 7, 10)) {
      GradientFilter filter = Sizes.make(subject, sizes).component();
      if (filter instanceof CoordinateFilter) {
        throw new Inapplicable("it does not see the vectors");
      }
      List<Lease> leases = new ArrayList<>();
      for (int round = 1; round <= ROUNDS; round++) {
        Lease lease = new Lease();
        leases.add(lease);
        try {
          FilterResult.plainly(round, filter, Vectors.usual(sizes.n(), D, round), lease);
          lease.end();
        } catch (RuntimeException e) {
          if (leases.stream().noneMatch(Lease::broken)) {
            throw e;
          }
        }
        if (leases.stream().anyMatch(Lease::broken)) {
          throw new Violation(
              Sizes.text(sizes) + ": in round " + round + " it read vectors of an earlier one",
              "the vectors of the round, and state in Memory");
        }
      }
    }
  }
}
