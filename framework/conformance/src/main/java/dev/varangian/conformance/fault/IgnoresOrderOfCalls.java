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

/** The behaviour of an agent depends on the seed, the round and the agent, not on earlier calls. */
final class IgnoresOrderOfCalls implements Check<Fault> {
  private static final int ROUNDS = 3;

  @Override
  public String claim() {
    return "does not depend on the order of calls";
  }

  @Override
  public void on(Subject<Fault> subject) {
    for (Geometry sizes : Sizes.usual(subject)) {
      Instance<Fault> inOrder = Sizes.make(subject, sizes);
      Message[][] sent = new Message[ROUNDS + 1][sizes.f()];
      SmallBatch[][] batches = new SmallBatch[ROUNDS + 1][sizes.f()];
      for (int round = 1; round <= ROUNDS; round++) {
        for (int agent = 0; agent < sizes.f(); agent++) {
          if (inOrder.component() instanceof DataFault data) {
            batches[round][agent] = SmallBatch.corrupted(data, round, agent);
          } else {
            sent[round][agent] = TestRound.usual(sizes, round).sent(inOrder.component(), agent);
          }
        }
      }
      if (inOrder.remembers()) {
        throw new Inapplicable(
            "it keeps state in Memory, which depends on the order of the rounds");
      }
      Fault backwards = Sizes.make(subject, sizes).component();
      for (int round = ROUNDS; round >= 1; round--) {
        for (int agent = sizes.f() - 1; agent >= 0; agent--) {
          String what = Sizes.text(sizes, round, agent) + ": called in another order, it";
          if (backwards instanceof DataFault data) {
            if (!SmallBatch.corrupted(data, round, agent).sameAs(batches[round][agent])) {
              throw new Violation(what + " changes the samples differently", "the same bits");
            }
          } else {
            TestRound.usual(sizes, round)
                .sent(backwards, agent)
                .requireSameAs(sent[round][agent], what);
          }
        }
      }
    }
  }
}
