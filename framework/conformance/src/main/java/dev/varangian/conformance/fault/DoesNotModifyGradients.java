package dev.varangian.conformance.fault;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Lease;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import dev.varangian.conformance.fault.trial.Sizes;
import dev.varangian.conformance.fault.trial.TestRound;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.fault.Fault;

/** Neither the honest agents' gradients nor the faulty agents' own gradients are modified. */
final class DoesNotModifyGradients implements Check<Fault> {

  @Override
  public String claim() {
    return "does not modify the agents' gradients";
  }

  @Override
  public void on(Subject<Fault> subject) {
    for (Geometry sizes : Sizes.ofSenders(subject)) {
      Fault fault = Sizes.make(subject, sizes).component();
      float[][] before = Vectors.usual(sizes.n(), sizes.d());
      float[][] gradients = Vectors.copy(before);
      for (int agent = 0; agent < sizes.f(); agent++) {
        new TestRound(sizes.f(), 1, gradients).sent(fault, agent, new Lease());
        for (int i = 0; i < gradients.length; i++) {
          int place = Vectors.apart(gradients[i], before[i], 0);
          if (place >= 0) {
            throw new Violation(
                Sizes.text(sizes, 1, agent)
                    + ": coordinate "
                    + place
                    + " of the gradient of agent "
                    + (i + 1)
                    + " changed to "
                    + Vectors.text(gradients[i][place]),
                Vectors.text(before[i][place]) + ", as before");
          }
        }
      }
    }
  }
}
