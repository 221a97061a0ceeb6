package dev.varangian.conformance.fault;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Lease;
import dev.varangian.conformance.check.ReportsMetrics;
import dev.varangian.conformance.check.ReproducesExample;
import dev.varangian.conformance.fault.trial.SmallBatch;
import dev.varangian.conformance.fault.trial.TestRound;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.Fault;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The checks of faults. */
public final class FaultChecks {
  private FaultChecks() {}

  /** Returns the preconditions of the other checks. */
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
        new IgnoresOtherRuns(),
        new ReportsMetrics<>(
            subject -> subject.make(new Geometry(10, 1, 5)).component(), Fault::metrics),
        new ReproducesExample<>(FaultChecks::sent));
  }

  /** What each faulty agent sends; of a fault on data, the classes that it leaves. */
  private static List<float[]> sent(Fault fault, float[][] input, int f) {
    if (fault instanceof DataFault ofData) {
      SmallBatch batch = new SmallBatch(input[0].clone(), 1, new Lease());
      ofData.corrupt(batch, new AgentRound(1, 0));
      return List.of(batch.targets());
    }
    TestRound scene = new TestRound(f, 1, input);
    return IntStream.range(0, f)
        .mapToObj(agent -> scene.sent(fault, agent).vector())
        .flatMap(Optional::stream)
        .toList();
  }
}
