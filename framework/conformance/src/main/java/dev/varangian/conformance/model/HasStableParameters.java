package dev.varangian.conformance.model;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.training.Model;
import dev.varangian.tensor.Parameter;
import java.util.List;

/** The parameters depend neither on the recording nor on the batch size. */
final class HasStableParameters implements Check<Model> {

  @Override
  public String claim() {
    return "has the same parameters each time it is recorded";
  }

  @Override
  public void on(Subject<Model> subject) {
    for (Task task : Tasks.of(subject)) {
      Model model = subject.open();
      List<Parameter> first = new RecordedModel(model, task, 1).parameters();
      for (Parameter parameter : first) {
        if (!(parameter.bound() >= 0
            && Math.abs(parameter.centre()) + parameter.bound() < Double.POSITIVE_INFINITY)) {
          throw new Violation(
              task
                  + ": the initial values of "
                  + parameter.name()
                  + " have the centre "
                  + parameter.centre()
                  + " and the bound "
                  + parameter.bound(),
              "finite numbers, the bound at least 0");
        }
      }
      for (int samples : new int[] {1, 2, 7}) {
        for (Model again : List.of(model, subject.open())) {
          List<Parameter> others = new RecordedModel(again, task, samples).parameters();
          if (!others.equals(first)) {
            throw new Violation(
                task + ", " + samples + " samples: its parameters are " + others,
                first + ", as for 1 sample");
          }
        }
      }
    }
  }
}
