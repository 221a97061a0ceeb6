package dev.varangian.conformance;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.ExceptionText;
import dev.varangian.conformance.check.Inapplicable;
import dev.varangian.conformance.check.Refused;
import dev.varangian.conformance.check.Subject;
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
 * All checks of one component. The first ones are preconditions: if one fails, the others do not
 * apply.
 */
final class CheckSequence {

  /** A claim and its check. */
  private record Step(String claim, Supplier<Outcome> check) {}

  private final Component<?> component;
  private final List<Step> steps;
  private final int first;
  private final Duration limit;
  private final @Nullable Outcome[] outcomes;
  private boolean hanging;

  private CheckSequence(Component<?> component, List<Step> steps, int first, Duration limit) {
    this.component = component;
    this.steps = steps;
    this.first = first;
    this.limit = limit;
    this.outcomes = new Outcome[steps.size()];
  }

  /**
   * @param checks the checks for components of its kind
   * @param declaration the outcome of the check of its declaration, which comes first
   */
  static <T> CheckSequence of(
      Component<?> component,
      Outcome declaration,
      KindChecks<T> checks,
      Supplier<List<Subject<T>>> subjects,
      Duration limit) {
    List<Step> steps =
        Stream.concat(
                Stream.of(new Step("has a valid declaration", () -> declaration)),
                Stream.concat(checks.first().stream(), checks.others().stream())
                    .map(check -> new Step(check.claim(), () -> tried(check, subjects.get()))))
            .toList();
    return new CheckSequence(component, steps, 1 + checks.first().size(), limit);
  }

  private static <T> Outcome tried(Check<T> check, List<Subject<T>> subjects) {
    Outcome outcome = new Outcome.Passed();
    boolean applicable = false;
    for (Subject<T> subject : subjects) {
      Outcome one = tried(check, subject);
      if (one instanceof Outcome.Failed) {
        return one;
      }
      // A claim that holds for some parameter values and does not apply to others holds.
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
      return new Outcome.NotApplicable("it rejected the sizes: " + e.reason());
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      // Third-party code may throw anything.
      return new Outcome.Failed(
          values + ExceptionText.text(e, subject.component().type()), "no exception");
    }
  }

  Component<?> component() {
    return component;
  }

  List<ComponentCheck> trials() {
    return IntStream.range(0, steps.size())
        .mapToObj(number -> new ComponentCheck(this, number))
        .toList();
  }

  String claim(int number) {
    return steps.get(number).claim();
  }

  /** Returns the outcome of a check, which runs on the first call. */
  synchronized Outcome outcome(int number) {
    for (int i = 0; i < Math.min(number, first); i++) {
      Outcome before = outcome(i);
      if (before instanceof Outcome.NotApplicable) {
        return before;
      }
      if (before instanceof Outcome.Failed) {
        return new Outcome.NotApplicable("failed an earlier check: " + claim(i));
      }
    }
    Outcome known = outcomes[number];
    if (known == null) {
      known = hanging ? new Outcome.NotApplicable("an earlier check did not finish") : run(number);
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
              "did not finish within " + limit.toSeconds() + " seconds", "a result");
        });
  }
}
