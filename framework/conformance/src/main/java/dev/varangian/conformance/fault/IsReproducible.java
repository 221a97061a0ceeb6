package dev.varangian.conformance.fault;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Violation;
import dev.varangian.conformance.fault.trial.Sizes;
import dev.varangian.conformance.fault.trial.SmallBatch;
import dev.varangian.conformance.fault.trial.TestRound;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.Fault;

/** A fault created again with the same seed does the same in the same rounds. */
final class IsReproducible implements Check<Fault> {
  private static final int ROUNDS = 3;

  @Override
  public String claim() {
    return "is reproducible to the bit";
  }

  @Override
  public void on(Subject<Fault> subject) {
    for (Geometry sizes : Sizes.usual(subject)) {
      Fault once = Sizes.make(subject, sizes).component();
      Fault again = Sizes.make(subject, sizes).component();
      for (int round = 1; round <= ROUNDS; round++) {
        for (int agent = 0; agent < sizes.f(); agent++) {
          require(sizes, once, again, round, agent);
        }
      }
    }
  }

  private static void require(Geometry sizes, Fault once, Fault again, int round, int agent) {
    String what = Sizes.text(sizes, round, agent) + ": created again with the same seed, it";
    if (once instanceof DataFault data && again instanceof DataFault twin) {
      if (!SmallBatch.corrupted(data, round, agent)
          .sameAs(SmallBatch.corrupted(twin, round, agent))) {
        throw new Violation(what + " changes the samples differently", "the same bits");
      }
      return;
    }
    TestRound scene = TestRound.usual(sizes, round);
    scene.sent(again, agent).requireSameAs(scene.sent(once, agent), what);
  }
}
