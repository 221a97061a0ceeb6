package dev.varangian.conformance.fault;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.ExceptionText;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Violation;
import dev.varangian.conformance.fault.trial.Sizes;
import dev.varangian.conformance.fault.trial.SmallBatch;
import dev.varangian.conformance.fault.trial.TestRound;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.Fault;
import java.util.List;

/** Typical sizes work, and what is written has the right length. */
final class SendsCorrectLength implements Check<Fault> {

  @Override
  public String claim() {
    return "writes vectors of the right length";
  }

  @Override
  public void on(Subject<Fault> subject) {
    List<Geometry> usual = Sizes.usual(subject);
    if (usual.isEmpty()) {
      Geometry sizes = new Geometry(10, 1, 17);
      throw new Violation(
          "rejects all typical sizes: " + Sizes.refusal(subject, sizes).orElse(""),
          "a hard bound that allows n = 4, f = 1 or n = 25, f = 4");
    }
    for (Geometry sizes : usual) {
      Fault fault = Sizes.make(subject, sizes).component();
      for (int agent = 0; agent < sizes.f(); agent++) {
        tryOn(subject, sizes, fault, agent);
      }
    }
  }

  private static void tryOn(Subject<Fault> subject, Geometry sizes, Fault fault, int agent) {
    try {
      if (fault instanceof DataFault data) {
        SmallBatch.corrupted(data, 1, agent);
      } else {
        TestRound.usual(sizes, 1).sent(fault, agent);
      }
    } catch (RuntimeException e) {
      throw new Violation(
          Sizes.text(sizes, 1, agent) + ": " + ExceptionText.text(e, subject.component().type()),
          fault instanceof DataFault
              ? "samples of the same size"
              : "a vector of length " + sizes.d());
    }
  }
}
