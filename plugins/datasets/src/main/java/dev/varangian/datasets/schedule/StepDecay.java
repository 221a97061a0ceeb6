package dev.varangian.datasets.schedule;

import dev.varangian.spi.context.Param;
import dev.varangian.spi.training.StepSizeSchedule;
import jakarta.inject.Inject;

/**
 * eta_t = initial factor^floor((t-1)/every) in round t, counted from 1: the step size is multiplied
 * by the factor every {@code every} rounds. Its minimum is the smallest positive double.
 */
public final class StepDecay implements StepSizeSchedule {

  /** The parameters of {@code step}. */
  public record Parameters(
      @Param(value = "the step size eta of the first rounds", min = Double.MIN_VALUE)
          double initial,
      @Param(
              value = "the factor: round t has initial factor^floor((t-1)/every)",
              defaultValue = "0.1",
              min = Double.MIN_VALUE,
              max = 1)
          double factor,
      @Param(value = "the number of rounds between decreases", unit = "rounds", min = 1)
          int every) {}

  private final Parameters parameters;

  @Inject
  StepDecay(Parameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public double at(int round) {
    int steps = (round - 1) / parameters.every();
    return Math.max(
        Double.MIN_VALUE, parameters.initial() * StrictMath.pow(parameters.factor(), steps));
  }
}
