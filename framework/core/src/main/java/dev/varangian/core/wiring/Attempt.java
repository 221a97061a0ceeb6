package dev.varangian.core.wiring;

import dev.varangian.core.experiment.yaml.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that was created and checked, or the problems that prevented it.
 *
 * @param value empty if and only if there are problems
 * @param problems everything that the user has to fix, in the order found
 */
public record Attempt<T>(Optional<T> value, List<Problem> problems) {

  /** Copies the list. */
  public Attempt {
    problems = List.copyOf(problems);
    if (value.isPresent() != problems.isEmpty()) {
      throw new IllegalArgumentException("expected either a value or problems");
    }
  }

  static <T> Attempt<T> of(T value) {
    return new Attempt<>(Optional.of(value), List.of());
  }

  /**
   * A failed attempt.
   *
   * @param problems the problems, at least one
   */
  static <T> Attempt<T> refused(List<Problem> problems) {
    return new Attempt<>(Optional.empty(), problems);
  }

  /** The value, or the problems if there are any. */
  static <T> Attempt<T> of(T value, List<Problem> problems) {
    return problems.isEmpty() ? of(value) : refused(problems);
  }

  /** The values of all attempts, or the problems of those that failed. */
  static <T> Attempt<List<T>> all(List<Attempt<T>> attempts) {
    List<T> values = attempts.stream().flatMap(attempt -> attempt.value().stream()).toList();
    return of(values, problems(attempts.stream()));
  }

  /** The problems of several attempts. */
  static List<Problem> problems(Stream<? extends Attempt<?>> attempts) {
    return attempts.flatMap(attempt -> attempt.problems().stream()).toList();
  }

  /** Continues with the value, if there is one. */
  <R> Attempt<R> then(Function<T, Attempt<R>> next) {
    return value.map(next).orElseGet(() -> refused(problems));
  }

  /**
   * The value.
   *
   * @throws java.util.NoSuchElementException if there is no value but problems
   */
  public T get() {
    return value.orElseThrow();
  }
}
