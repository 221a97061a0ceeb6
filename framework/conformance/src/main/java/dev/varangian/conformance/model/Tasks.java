package dev.varangian.conformance.model;

import dev.varangian.conformance.check.Subject;
import dev.varangian.spi.training.Layers;
import dev.varangian.spi.training.Model;
import dev.varangian.tensor.Tape;
import dev.varangian.tensor.Tensor;
import dev.varangian.tensor.operation.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tasks that a model accepts. */
final class Tasks {
  private static final int SAMPLES = 2;

  private Tasks() {}

  /** Returns the first of each family that it accepts. */
  static List<Task> of(Subject<Model> subject) {
    List<Task> tasks = new ArrayList<>();
    for (List<Task> family : Task.families()) {
      family.stream()
          .filter(task -> refusal(subject, task).isEmpty())
          .findFirst()
          .ifPresent(tasks::add);
    }
    return List.copyOf(tasks);
  }

  /** Returns the last of each family that it accepts, unless that is the first. */
  static List<Task> larger(Subject<Model> subject) {
    List<Task> smallest = of(subject);
    return Task.families().stream()
        .flatMap(
            family ->
                family.stream()
                    .filter(task -> refusal(subject, task).isEmpty())
                    .reduce((smaller, larger) -> larger)
                    .stream())
        .filter(task -> !smallest.contains(task))
        .toList();
  }

  /** Describes scores of the wrong shape for a task whose inputs the model accepts. */
  static Optional<String> wrongScores(Subject<Model> subject) {
    for (List<Task> family : Task.families()) {
      for (Task task : family) {
        Optional<Shape> scores = scores(subject.open(), task);
        Shape expected = Shape.of(SAMPLES, task.outputs());
        if (scores.isPresent() && !scores.get().equals(expected)) {
          return Optional.of(task + ": the scores of 2 samples have shape " + scores.get());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Shape> scores(Model model, Task task) {
    Tape tape = Tape.recording();
    try {
      Tensor inputs = tape.input(task.input().prepend(SAMPLES));
      return Optional.of(model.scores(Layers.on(tape), inputs, task.outputs()).shape());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns why a model rejects a task; empty if it accepts it. */
  static String refusal(Subject<Model> subject, Task task) {
    try {
      new RecordedModel(subject.open(), task, SAMPLES).plan(1);
      return "";
    } catch (IllegalArgumentException e) {
      return e.getMessage() == null ? e.toString() : e.getMessage();
    }
  }
}
