package dev.varangian.conformance.model;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.training.Model;
import java.util.Arrays;

/** A model created again has the same loss and gradient to the bit. */
final class IsReproducible implements Check<Model> {
  private static final int SAMPLES = 3;

  @Override
  public String claim() {
    return "is reproducible to the bit";
  }

  @Override
  public void on(Subject<Model> subject) {
    for (Task task : Tasks.of(subject)) {
      LossAndGradient once =
          LossAndGradient.alone(new RecordedModel(subject.open(), task, SAMPLES), 1);
      LossAndGradient again =
          LossAndGradient.alone(new RecordedModel(subject.open(), task, SAMPLES), 1);
      int place = Arrays.mismatch(once.gradient(), again.gradient());
      if (place >= 0 || Float.compare(once.loss(), again.loss()) != 0) {
        throw new Violation(
            task
                + ": created again, it has the loss "
                + again.loss()
                + (place < 0 ? "" : " and another gradient in coordinate " + place),
            once.loss() + " and the same gradient, to the bit");
      }
    }
  }
}
