package dev.varangian.datasets.schedule;

import dev.varangian.spi.context.Param;
import dev.varangian.spi.training.StepSizeSchedule;
import jakarta.inject.Inject;

/**
 * eta_t = initial / (1 + decay (t-1)) in round t, counted from 1. Its sum over the rounds diverges
 * and, with a decay above 0, that of its squares does not: the conditions of Robbins and Monro 1951
 * for stochastic approximation.
 */
public final class InverseTime implements StepSizeSchedule {

  /** The parameters of {@code inverse-time}. */
  public record Parameters(
      @Param(value = "the step size eta of the first round", min = Double.MIN_VALUE) double initial,
      @Param(
              value =
                  "how fast it decreases: round t has initial / (1 + decay (t-1)); 0 keeps it constant",
              min = 0,
              max = 1_000_000)
          double decay) {}

  private final double initial;
  private final double decay;

  @Inject
  InverseTime(Parameters parameters) {
    this.initial = parameters.initial();
    this.decay = parameters.decay();
  }

  @Override
  public double at(int round) {
    return Math.max(Double.MIN_VALUE, initial / (1 + decay * (round - 1)));
  }
}
