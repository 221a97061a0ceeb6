package dev.varangian.spi.training;

/** The step size eta of each round. */
public interface StepSizeSchedule {

  /** The step size of {@code round}, counted from 1; finite and positive. */
  double at(int round);
}
