package dev.varangian.conformance.filter;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.filter.input.AcceptsDuplicates;
import dev.varangian.conformance.filter.input.AcceptsHugeValues;
import dev.varangian.conformance.filter.input.AcceptsTinyValues;
import dev.varangian.conformance.filter.input.AcceptsZeros;
import dev.varangian.conformance.filter.trial.SumOfMixtures;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.PreAggregator;
import java.util.List;
import java.util.stream.Stream;

/** What every pre-aggregator must do: what a filter must that sums its mixtures. */
public final class PreAggregatorChecks {
  private PreAggregatorChecks() {}

  /** Without these, none of the others would tell anything. */
  public static List<Check<PreAggregator>> first() {
    return behindSum(Stream.of(new WorksForTypicalSizes(), new IsReproducible()));
  }

  /** The others. */
  public static List<Check<PreAggregator>> others() {
    return behindSum(
        Stream.of(
            new RespectsHardBound(),
            new WorksWithoutFaultyAgents(),
            new AcceptsDuplicates(),
            new AcceptsZeros(),
            new AcceptsHugeValues(),
            new AcceptsTinyValues(),
            new MatchesNaiveResult(),
            new AcceptsLongVectors(),
            new DoesNotModifyVectors(),
            new RetainsNoVectors(),
            new KeepsStateInMemory(),
            new IgnoresThreadCount(),
            new IgnoresOtherRuns()));
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
