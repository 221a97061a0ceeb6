package dev.varangian.conformance.schedule;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.training.StepSizeSchedule;

/** Every step size is finite and above 0. */
final class IsPositive implements Check<StepSizeSchedule> {

  @Override
  public String claim() {
    return "is finite and positive in every round";
  }

  @Override
  public void on(Subject<StepSizeSchedule> subject) {
    StepSizeSchedule schedule = subject.make(new Geometry(10, 3, 17)).component();
    for (int round : Rounds.tried()) {
      double stepSize = schedule.at(round);
      if (!(stepSize > 0 && stepSize < Double.POSITIVE_INFINITY)) {
        throw new Violation("in round " + round + " it is " + stepSize, "a finite number above 0");
      }
    }
  }
}
