package dev.varangian.conformance.filter;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.ReproducesExample;
import dev.varangian.spi.filter.GradientFilter;
import java.util.List;

/** What every gradient filter must do. */
public final class FilterChecks {
  private FilterChecks() {}

  /** Without these, none of the others would tell anything. */
  public static List<Check<GradientFilter>> first() {
    return List.of(new WorksForUsualSizes(), new GivesTheSameTwice());
  }

  /** The others. */
  public static List<Check<GradientFilter>> others() {
    return List.of(
        new KeepsItsHardBound(),
        new WorksWithoutFaultyAgents(),
        new IgnoresOrder(),
        new SettlesTiesByAgent(),
        new MovesWithTranslation(),
        new GrowsWithScale(),
        new TakesDuplicates(),
        new TakesZeros(),
        new TakesHugeValues(),
        new TakesTinyValues(),
        new AgreesWithPlain(),
        new TakesLongVectors(),
        new LeavesVectors(),
        new KeepsNoVector(),
        new KeepsStateInMemory(),
        new IgnoresThreads(),
        new IgnoresOtherRuns(),
        new ReproducesExample<>((filter, rows, f) -> List.of(Filtered.by(filter, rows).output())));
  }
}
