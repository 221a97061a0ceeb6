package dev.varangian.conformance.fault;

import dev.varangian.conformance.check.Check;
import dev.varangian.spi.fault.Fault;
import java.util.List;

/** What every fault must do. */
public final class FaultChecks {
  private FaultChecks() {}

  /** Without these, none of the others would tell anything. */
  public static List<Check<Fault>> first() {
    return List.of(new SendsCorrectLength(), new IsReproducible());
  }

  /** The others. */
  public static List<Check<Fault>> others() {
    return List.of(
        new RespectsHardBound(),
        new UsesOnlyDeclaredKnowledge(),
        new DoesNotModifyGradients(),
        new LeavesValidSamples(),
        new IgnoresOrderOfCalls(),
        new SendsSameVector(),
        new AcceptsExtremeGradients(),
        new MatchesNaiveResult(),
        new KeepsStateInMemory(),
        new RetainsNoArguments(),
        new IgnoresOtherRuns());
  }
}
