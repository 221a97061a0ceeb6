package dev.varangian.conformance.model;

import dev.varangian.tensor.operation.Shape;
import java.util.List;

/**
 * A learning task for a model.
 *
 * @param input the shape of one sample
 * @param classes how many; 0 if numbers are to be predicted
 * @param outputs the classes, or the numbers in a target
 */
record Task(Shape input, int classes, int outputs) {
  /** From small to large, so that the first one a model accepts is quick to check. */
  private static final List<Task> TO_CLASSIFY =
      List.of(
          classes(3, 5),
          classes(3, 4, 4, 1),
          classes(3, 8, 8, 1),
          classes(3, 16, 16, 1),
          classes(3, 16, 16, 3),
          classes(10, 28, 28, 1),
          classes(10, 32, 32, 3));

  private static final List<Task> TO_PREDICT =
      List.of(numbers(2, 5), numbers(3, 3, 4), numbers(2, 8, 8, 1), numbers(2, 32, 32, 3));

  static Task classes(int classes, int... input) {
    return new Task(Shape.of(input), classes, classes);
  }

  static Task numbers(int numbers, int... input) {
    return new Task(Shape.of(input), 0, numbers);
  }

  /** Tasks of both families, each from small to large. */
  static List<List<Task>> families() {
    return List.of(TO_CLASSIFY, TO_PREDICT);
  }

  /** The shape of a batch's targets. */
  Shape targets(int samples) {
    return classes > 0 ? Shape.of(samples) : Shape.of(samples, outputs);
  }

  @Override
  public String toString() {
    return "samples of "
        + input
        + (classes > 0 ? ", " + classes + " classes" : ", " + outputs + " numbers");
  }
}
