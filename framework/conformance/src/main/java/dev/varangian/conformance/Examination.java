package dev.varangian.conformance;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Inapplicable;
import dev.varangian.conformance.check.Refused;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Thrown;
import dev.varangian.conformance.check.Violation;
import dev.varangian.core.catalogue.plugin.TimeLimit;
import dev.varangian.spi.Component;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All checks of one component. The first ones are run before the others, which tell nothing where
 * one of those does not pass.
 */
final class Examination {

  /** A claim, and how it is checked. */
  private record Step(String claim, Supplier<Outcome> check) {}

  private final Component<?> component;
  private final List<Step> steps;
  private final int first;
  private final Duration limit;
  private final @Nullable Outcome[] outcomes;
  private boolean hanging;

  private Examination(Component<?> component, List<Step> steps, int first, Duration limit) {
    this.component = component;
    this.steps = steps;
    this.first = first;
    this.limit = limit;
    this.outcomes = new Outcome[steps.size()];
  }

  /**
   * @param checks for components of its kind, with their subjects
   * @param declaration the outcome of the check of its declaration, which comes first of all
   */
  static <T> Examination of(
      Component<?> component,
      Outcome declaration,
      KindChecks<T> checks,
      Supplier<List<Subject<T>>> subjects,
      Duration limit) {
    List<Step> steps =
        Stream.concat(
                Stream.of(new Step("can be used as it is declared", () -> declaration)),
                Stream.concat(checks.first().stream(), checks.others().stream())
                    .map(check -> new Step(check.claim(), () -> tried(check, subjects.get()))))
            .toList();
    return new Examination(component, steps, 1 + checks.first().size(), limit);
  }

  private static <T> Outcome tried(Check<T> check, List<Subject<T>> subjects) {
    Outcome outcome = new Outcome.Passed();
    boolean applicable = false;
    for (Subject<T> subject : subjects) {
      Outcome one = tried(check, subject);
      if (one instanceof Outcome.Failed) {
        return one;
      }
      // What some values of the parameters keep and means nothing for others is kept.
      if (one instanceof Outcome.Passed) {
        applicable = true;
      } else if (!applicable) {
        outcome = one;
      }
    }
    return applicable ? new Outcome.Passed() : outcome;
  }

  private static <T> Outcome tried(Check<T> check, Subject<T> subject) {
    String values = subject.values().isEmpty() ? "" : "with " + subject.values() + ": ";
    try {
      check.on(subject);
      return new Outcome.Passed();
    } catch (Violation e) {
      return new Outcome.Failed(values + e.seen(), e.expected());
    } catch (Inapplicable e) {
      return new Outcome.NotApplicable(e.reason());
    } catch (Refused e) {
      return new Outcome.NotApplicable("it refused: " + e.reason());
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      // Whatever a stranger's code may throw.
      return new Outcome.Failed(
          values + Thrown.text(e, subject.component().type()), "no exception");
    }
  }

  Component<?> component() {
    return component;
  }

  List<Trial> trials() {
    return IntStream.range(0, steps.size()).mapToObj(number -> new Trial(this, number)).toList();
  }

  String claim(int number) {
    return steps.get(number).claim();
  }

  /** The outcome of a check, which is run the first time that it is asked for. */
  synchronized Outcome outcome(int number) {
    for (int i = 0; i < Math.min(number, first); i++) {
      Outcome before = outcome(i);
      if (before instanceof Outcome.NotApplicable) {
        return before;
      }
      if (before instanceof Outcome.Failed) {
        return new Outcome.NotApplicable("it fails at: " + claim(i));
      }
    }
    Outcome known = outcomes[number];
    if (known == null) {
      known = hanging ? new Outcome.NotApplicable("an earlier check did not end") : run(number);
      outcomes[number] = known;
    }
    return Objects.requireNonNull(known);
  }

  private Outcome run(int number) {
    return TimeLimit.call(
        steps.get(number).check(),
        limit,
        () -> {
          hanging = true;
          return new Outcome.Failed(
              "it did not end within " + limit.toSeconds() + " seconds", "an end");
        });
  }
}
