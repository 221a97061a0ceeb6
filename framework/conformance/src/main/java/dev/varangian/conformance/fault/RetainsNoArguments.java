package dev.varangian.conformance.fault;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Lease;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Violation;
import dev.varangian.conformance.fault.trial.Sizes;
import dev.varangian.conformance.fault.trial.SmallBatch;
import dev.varangian.conformance.fault.trial.TestRound;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.Fault;
import java.util.ArrayList;
import java.util.List;

/**
 * No argument of an earlier call is used; its memory may hold other gradients or samples by then.
 */
final class RetainsNoArguments implements Check<Fault> {
  private static final int ROUNDS = 3;

  @Override
  public String claim() {
    return "does not use arguments of earlier calls";
  }

  @Override
  public void on(Subject<Fault> subject) {
    for (Geometry sizes : Sizes.usual(subject)) {
      Fault fault = Sizes.make(subject, sizes).component();
      List<Lease> leases = new ArrayList<>();
      for (int round = 1; round <= ROUNDS; round++) {
        for (int agent = 0; agent < sizes.f(); agent++) {
          Lease lease = new Lease();
          leases.add(lease);
          try {
            call(fault, sizes, round, agent, lease);
          } catch (RuntimeException e) {
            if (leases.stream().noneMatch(Lease::broken)) {
              throw e;
            }
          }
          if (leases.stream().anyMatch(Lease::broken)) {
            throw new Violation(
                Sizes.text(sizes, round, agent) + ": it used an argument of an earlier call",
                "only the arguments of this call and state in Memory");
          }
        }
      }
    }
  }

  private static void call(Fault fault, Geometry sizes, int round, int agent, Lease lease) {
    if (fault instanceof DataFault data) {
      data.corrupt(new SmallBatch(round, lease), new AgentRound(round, agent));
    } else {
      TestRound.usual(sizes, round).sent(fault, agent, lease);
    }
    lease.end();
  }
}
