package dev.varangian.datasets.schedule;

import dev.varangian.spi.context.Param;
import dev.varangian.spi.training.StepSizeSchedule;
import jakarta.inject.Inject;

/** eta_t = value. */
public final class Constant implements StepSizeSchedule {

  /** The parameters of {@code constant}. */
  public record Parameters(
      @Param(value = "the step size eta of every round", min = Double.MIN_VALUE) double value) {}

  private final double value;

  @Inject
  Constant(Parameters parameters) {
    this.value = parameters.value();
  }

  @Override
  public double at(int round) {
    return value;
  }
}
