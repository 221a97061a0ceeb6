package dev.varangian.conformance.schedule;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.training.StepSizeSchedule;
import java.util.Arrays;

/** A round's step size is the same whatever was asked before, in a second instance too. */
final class DependsOnlyOnRound implements Check<StepSizeSchedule> {
  private static final Geometry SIZES = new Geometry(10, 3, 17);

  @Override
  public String claim() {
    return "depends only on the round";
  }

  @Override
  public void on(Subject<StepSizeSchedule> subject) {
    StepSizeSchedule schedule = subject.make(SIZES).component();
    StepSizeSchedule again = subject.make(SIZES).component();
    int[] rounds = Rounds.tried();
    double[] stepSizes = Arrays.stream(rounds).mapToDouble(schedule::at).toArray();
    for (int i = rounds.length - 1; i >= 0; i--) {
      require(rounds[i], stepSizes[i], schedule.at(rounds[i]), "asked again");
      require(rounds[i], stepSizes[i], again.at(rounds[i]), "in a second instance");
    }
  }

  private static void require(int round, double expected, double seen, String how) {
    if (Double.compare(expected, seen) != 0) {
      throw new Violation(
          "in round " + round + ", " + how + ", it is " + seen, expected + ", as before");
    }
  }
}
