package dev.varangian.conformance.fault;

import dev.varangian.conformance.check.Check;
import dev.varangian.spi.fault.Fault;
import java.util.List;

/** What every fault must do. */
public final class FaultChecks {
  private FaultChecks() {}

  /** Without these, none of the others would tell anything. */
  public static List<Check<Fault>> first() {
    return List.of(new SendsTheRightLength(), new GivesTheSameTwice());
  }

  /** The others. */
  public static List<Check<Fault>> others() {
    return List.of(
        new KeepsItsHardBound(),
        new UsesWhatItKnows(),
        new LeavesGradients(),
        new GivesUsableSamples(),
        new IgnoresOrderOfCalls(),
        new SendsInCommon(),
        new TakesAllGradients(),
        new AgreesWithPlain(),
        new KeepsStateInMemory(),
        new KeepsNothingGiven(),
        new IgnoresOtherRuns());
  }
}
