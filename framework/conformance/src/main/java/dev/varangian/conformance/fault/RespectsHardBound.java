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
import java.util.Optional;

/** Every size that the hard bound allows works; other sizes are rejected with a message. */
final class RespectsHardBound implements Check<Fault> {

  @Override
  public String claim() {
    return "works within its hard bound and rejects other sizes with a message";
  }

  @Override
  public void on(Subject<Fault> subject) {
    Sizes.small(3).forEach(sizes -> require(subject, sizes));
  }

  private static void require(Subject<Fault> subject, Geometry sizes) {
    Optional<String> refusal = Sizes.refusal(subject, sizes);
    if (refusal.isPresent()) {
      if (refusal.get().isBlank()) {
        throw new Violation(
            Sizes.text(sizes) + " is rejected without a message",
            "a message with the requirement, such as n > 2f");
      }
      return;
    }
    Fault fault = Sizes.make(subject, sizes).component();
    try {
      if (fault instanceof DataFault data) {
        SmallBatch.corrupted(data, 1, sizes.f() - 1);
      } else {
        TestRound.usual(sizes, 1).sent(fault, sizes.f() - 1);
      }
    } catch (RuntimeException e) {
      throw new Violation(
          Sizes.text(sizes) + ": " + ExceptionText.text(e, subject.component().type()),
          "a vector, because its hard bound \"" + fault.hardBound().text() + "\" allows this size");
    }
  }
}
