package example.{{package}};

import dev.varangian.spi.context.Param;
import dev.varangian.spi.training.StepSizeSchedule;
import jakarta.inject.Inject;

/**
 * A step size that falls as one over the square root of the round t (Zinkevich 2003, theorem 1):
 *
 * <pre>eta / sqrt(t)</pre>
 *
 * <p>A start: put your formula here, with its paper and equation.
 */
public final class {{class}} implements StepSizeSchedule {

  /** The parameters of {@code {{name}}}. */
  public record Parameters(
      @Param(
              value = "eta, the step size of the first round",
              defaultValue = "0.5",
              min = 1e-12,
              max = 1e12)
          double initial) {}

  private final Parameters parameters;

  @Inject
  {{class}}(Parameters parameters) {
    this.parameters = parameters;
  }

  /** The step size of a round, counted from 1. */
  @Override
  public double at(int round) {
    return parameters.initial() / Math.sqrt(round);
  }
}
