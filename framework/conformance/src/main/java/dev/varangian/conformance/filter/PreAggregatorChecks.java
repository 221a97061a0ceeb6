package dev.varangian.conformance.filter;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Lease;
import dev.varangian.conformance.check.ReportsMetrics;
import dev.varangian.conformance.check.ReproducesExample;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.filter.input.AcceptsDuplicates;
import dev.varangian.conformance.filter.input.AcceptsHugeValues;
import dev.varangian.conformance.filter.input.AcceptsTinyValues;
import dev.varangian.conformance.filter.input.AcceptsZeros;
import dev.varangian.conformance.filter.trial.NaivePoints;
import dev.varangian.conformance.filter.trial.SumOfMixtures;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.PreAggregator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The checks of pre-aggregators: those of a filter that sums the mixtures. */
public final class PreAggregatorChecks {
  private PreAggregatorChecks() {}

  /** Returns the preconditions of the other checks. */
  public static List<Check<PreAggregator>> first() {
    return behindSum(Stream.of(new WorksForTypicalSizes(), new IsReproducible()));
  }

  /** The others. */
  public static List<Check<PreAggregator>> others() {
    List<Check<PreAggregator>> others = new ArrayList<>();
    others.addAll(
        behindSum(
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
                new IgnoresOtherRuns())));
    others.add(
        new ReportsMetrics<>(
            subject -> subject.make(new Geometry(24, 0, 17)).component(), PreAggregator::metrics));
    others.add(new ReproducesExample<>((rule, rows, f) -> mixtures(rule, rows)));
    return List.copyOf(others);
  }

  private static List<float[]> mixtures(PreAggregator rule, float[][] rows) {
    double[][] weights = rule.mix(new NaivePoints(1, rows, List.of(), new Lease()));
    return Arrays.stream(weights)
        .map(mixture -> Vectors.combined(mixture, rows, rows[0].length))
        .toList();
  }

  private static List<Check<PreAggregator>> behindSum(Stream<Check<GradientFilter>> checks) {
    return checks.<Check<PreAggregator>>map(BehindSum::new).toList();
  }

  /** Applies a filter's check to the sum of the mixtures. */
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
