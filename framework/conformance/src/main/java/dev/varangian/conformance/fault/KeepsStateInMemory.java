package dev.varangian.conformance.fault;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Inapplicable;
import dev.varangian.conformance.check.Instance;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Violation;
import dev.varangian.conformance.fault.trial.Message;
import dev.varangian.conformance.fault.trial.Sizes;
import dev.varangian.conformance.fault.trial.SmallBatch;
import dev.varangian.conformance.fault.trial.TestRound;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.Fault;

/**
 * A run that is stopped after every round and resumed from its memory has the same bits. A data
 * fault, which several agents use concurrently, keeps no state.
 */
final class KeepsStateInMemory implements Check<Fault> {
  private static final int ROUNDS = 4;

  @Override
  public String claim() {
    return "keeps state only in Memory";
  }

  @Override
  public void on(Subject<Fault> subject) {
    for (Geometry sizes : Sizes.usual(subject)) {
      Instance<Fault> whole = Sizes.make(subject, sizes);
      if (whole.component() instanceof DataFault data) {
        SmallBatch.corrupted(data, 1, 0);
        if (whole.remembers()) {
          throw new Violation("a data fault asked for Memory", "no state");
        }
        throw new Inapplicable("a data fault keeps no state");
      }
      Instance<Fault> stopped = Sizes.make(subject, sizes);
      for (int round = 1; round <= ROUNDS; round++) {
        TestRound scene = TestRound.usual(sizes, round);
        for (int agent = 0; agent < sizes.f(); agent++) {
          Message expected = scene.sent(whole.component(), agent);
          scene
              .sent(stopped.component(), agent)
              .requireSameAs(
                  expected,
                  Sizes.text(sizes, round, agent)
                      + ": stopped after round "
                      + (round - 1)
                      + " and resumed, it");
        }
        stopped = subject.resume(sizes, stopped);
      }
    }
  }
}
