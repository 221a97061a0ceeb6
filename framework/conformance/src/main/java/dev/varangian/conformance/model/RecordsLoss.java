package dev.varangian.conformance.model;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Inapplicable;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.training.Model;
import dev.varangian.tensor.Plan;
import java.util.List;

/** Scores for each sample, one loss, and parameters that all contribute to it. */
final class RecordsLoss implements Check<Model> {
  private static final int SAMPLES = 3;

  @Override
  public String claim() {
    return "computes scores and a finite loss";
  }

  @Override
  public void on(Subject<Model> subject) {
    List<Task> tasks = Tasks.of(subject);
    Tasks.wrongScores(subject)
        .ifPresent(
            seen -> {
              throw new Violation(seen, "one row for each sample, with the outputs asked for");
            });
    if (tasks.isEmpty()) {
      Task image = Task.classes(10, 28, 28, 1);
      throw new Inapplicable(
          "it accepts none of the kit's inputs ("
              + image
              + ": "
              + Tasks.refusal(subject, image)
              + ")");
    }
    for (Task task : tasks) {
      RecordedModel recorded = new RecordedModel(subject.open(), task, SAMPLES);
      require(recorded, task);
      Plan plan = recorded.plan(1);
      recorded.fill(plan, 0, 1);
      RecordedModel.run(plan, recorded.weights(), 1);
      float loss = recorded.losses(plan)[0];
      if (!Float.isFinite(loss)) {
        throw new Violation(task + ": the loss is " + loss, "a finite number");
      }
    }
  }

  private static void require(RecordedModel recorded, Task task) {
    if (recorded.lossShape().size() != 1) {
      throw new Violation(task + ": the loss has shape " + recorded.lossShape(), "one number");
    }
    if (recorded.dimension() == 0) {
      throw new Violation(task + ": it has no parameters", "at least one parameter");
    }
  }
}
