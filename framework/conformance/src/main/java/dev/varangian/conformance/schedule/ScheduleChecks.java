package dev.varangian.conformance.schedule;

import dev.varangian.conformance.check.Check;
import dev.varangian.spi.training.StepSizeSchedule;
import java.util.List;

/** The checks of step-size schedules. */
public final class ScheduleChecks {
  private ScheduleChecks() {}

  /** Returns the preconditions of the other checks. */
  public static List<Check<StepSizeSchedule>> first() {
    return List.of(new IsPositive());
  }

  /** The others. */
  public static List<Check<StepSizeSchedule>> others() {
    return List.of(new DependsOnlyOnRound());
  }
}
