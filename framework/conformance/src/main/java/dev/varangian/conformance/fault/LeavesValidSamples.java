package dev.varangian.conformance.fault;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import dev.varangian.conformance.fault.trial.Sizes;
import dev.varangian.conformance.fault.trial.SmallBatch;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.Fault;

/** The samples that a data fault leaves have finite inputs and valid classes. */
final class LeavesValidSamples implements Check<Fault> {

  @Override
  public String claim() {
    return "leaves finite inputs and valid classes";
  }

  @Override
  public void on(Subject<Fault> subject) {
    for (Geometry sizes : Sizes.ofDataFaults(subject)) {
      for (int agent = 0; agent < sizes.f(); agent++) {
        if (Sizes.make(subject, sizes).component() instanceof DataFault fault) {
          require(SmallBatch.corrupted(fault, 1, agent), Sizes.text(sizes, 1, agent));
        }
      }
    }
  }

  private static void require(SmallBatch batch, String where) {
    for (int sample = 0; sample < batch.size(); sample++) {
      float target = batch.targets()[sample];
      if (target != (int) target || target < 0 || target >= SmallBatch.CLASSES) {
        throw new Violation(
            where + ": sample " + sample + " has the class " + Vectors.text(target),
            "one from 0 to " + (SmallBatch.CLASSES - 1));
      }
      int place = Vectors.notFinite(batch.inputs()[sample]);
      if (place >= 0) {
        throw new Violation(
            where
                + ": number "
                + place
                + " of the input of sample "
                + sample
                + " is "
                + Vectors.text(batch.inputs()[sample][place]),
            "finite numbers");
      }
    }
  }
}
