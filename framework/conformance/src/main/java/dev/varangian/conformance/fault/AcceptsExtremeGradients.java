package dev.varangian.conformance.fault;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.ExceptionText;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import dev.varangian.conformance.fault.trial.Sizes;
import dev.varangian.conformance.fault.trial.TestRound;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.fault.Fault;
import java.util.Arrays;

/** Zero, huge, subnormal and equal gradients are valid. The result may overflow. */
final class AcceptsExtremeGradients implements Check<Fault> {
  private static final float[] SCALES = {0, 1e38f / 64, 1e-37f, Float.MIN_VALUE};

  @Override
  public String claim() {
    return "accepts zero, huge, subnormal and equal gradients";
  }

  @Override
  public void on(Subject<Fault> subject) {
    for (Geometry sizes : Sizes.ofSenders(subject)) {
      for (float scale : SCALES) {
        require(subject, sizes, Vectors.scaled(Vectors.usual(sizes.n(), sizes.d()), scale));
      }
      float[][] equal = Vectors.usual(sizes.n(), sizes.d());
      Arrays.fill(equal, equal[1]);
      require(subject, sizes, equal);
    }
  }

  private static void require(Subject<Fault> subject, Geometry sizes, float[][] gradients) {
    Fault fault = Sizes.make(subject, sizes).component();
    try {
      new TestRound(sizes.f(), 1, gradients).sent(fault, 0);
    } catch (RuntimeException e) {
      throw new Violation(
          "f = "
              + sizes.f()
              + ", "
              + Vectors.text(gradients)
              + ": "
              + ExceptionText.text(e, subject.component().type()),
          "a vector, or nothing");
    }
  }
}
