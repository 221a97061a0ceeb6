package dev.varangian.conformance.fault;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Inapplicable;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.fault.trial.Message;
import dev.varangian.conformance.fault.trial.Sizes;
import dev.varangian.conformance.fault.trial.TestRound;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.GradientFault;

/** If all faulty agents are declared to send the same vector, each of them sends it. */
final class SendsSameVector implements Check<Fault> {

  @Override
  public String claim() {
    return "sends the same vector from all agents if it declares so";
  }

  @Override
  public void on(Subject<Fault> subject) {
    for (Geometry sizes : Sizes.usual(subject)) {
      Fault first = Sizes.make(subject, sizes).component();
      if (!(first instanceof GradientFault forger) || !forger.common()) {
        throw new Inapplicable("it does not declare that all agents send the same vector");
      }
      TestRound scene = TestRound.usual(sizes, 1);
      Message expected = scene.sent(first, 0);
      for (int agent = 1; agent < sizes.f(); agent++) {
        scene
            .sent(Sizes.make(subject, sizes).component(), agent)
            .requireSameAs(
                expected,
                Sizes.text(sizes, 1, agent)
                    + ": it declares that all agents send the same vector, but");
      }
    }
  }
}
