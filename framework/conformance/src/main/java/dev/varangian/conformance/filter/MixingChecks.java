package dev.varangian.conformance.filter;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Lease;
import dev.varangian.conformance.check.ReproducesExample;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.PreAggregator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What every pre-aggregator must do: what a filter must that sums its mixtures. */
public final class MixingChecks {
  private MixingChecks() {}

  /** Without these, none of the others would tell anything. */
  public static List<Check<PreAggregator>> first() {
    return behindSum(Stream.of(new WorksForUsualSizes(), new GivesTheSameTwice()));
  }

  /** The others. */
  public static List<Check<PreAggregator>> others() {
    List<Check<PreAggregator>> others = new ArrayList<>();
    others.addAll(
        behindSum(
            Stream.of(
                new KeepsItsHardBound(),
                new WorksWithoutFaultyAgents(),
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
                new IgnoresOtherRuns())));
    others.add(new ReproducesExample<>((rule, rows, f) -> mixtures(rule, rows)));
    return List.copyOf(others);
  }

  private static List<float[]> mixtures(PreAggregator rule, float[][] rows) {
    double[][] weights = rule.mix(new PlainPoints(rows, new Lease()));
    return Arrays.stream(weights)
        .map(mixture -> Vectors.combined(mixture, rows, rows[0].length))
        .toList();
  }

  private static List<Check<PreAggregator>> behindSum(Stream<Check<GradientFilter>> checks) {
    return checks.<Check<PreAggregator>>map(BehindSum::new).toList();
  }

  /** A filter's check of the sum of mixtures. */
  private record BehindSum(Check<GradientFilter> check) implements Check<PreAggregator> {

    @Override
    public String claim() {
      return check.claim();
    }

    @Override
    public void on(Subject<PreAggregator> subject) {
      check.on(subject.as(SumOfMixtures::new));
    }
  }
}
