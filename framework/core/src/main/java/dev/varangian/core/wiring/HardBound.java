package dev.varangian.core.wiring;

import dev.varangian.core.component.InvalidOutputException;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.yaml.Problem;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the condition on n and f without which a component cannot work. */
final class HardBound {
  private HardBound() {}

  static List<Problem> check(Choice<?> choice, @Nullable Condition bound, Geometry sizes) {
    return check(choice, bound, sizes, "");
  }

  /**
   * The problem with a bound that is not met.
   *
   * @param after names the pre-aggregators that led to these sizes, for the message; may be empty
   */
  static List<Problem> check(
      Choice<?> choice, @Nullable Condition bound, Geometry sizes, String after) {
    if (bound == null) { // from third-party code that is not null-checked
      throw new InvalidOutputException("its hard bound is null, expected a condition");
    }
    if (bound.met()) {
      return List.of();
    }
    String message =
        choice.component().name()
            + " requires "
            + bound.text()
            + ", but n = "
            + sizes.n()
            + ", f = "
            + sizes.f()
            + after;
    return List.of(new Problem(choice.origin(), message));
  }
}
