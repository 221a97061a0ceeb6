package dev.varangian.conformance.schedule;

import dev.varangian.conformance.check.Check;
import dev.varangian.spi.training.StepSizeSchedule;
import java.util.List;

/** What every step-size schedule must do. */
public final class ScheduleChecks {
  private ScheduleChecks() {}

  /** Without these, none of the others would tell anything. */
  public static List<Check<StepSizeSchedule>> first() {
    return List.of(new IsPositive());
  }

  /** The others. */
  public static List<Check<StepSizeSchedule>> others() {
    return List.of(new DependsOnlyOnRound());
  }
}
