package dev.varangian.conformance.filter;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.ReportsMetrics;
import dev.varangian.conformance.check.ReproducesExample;
import dev.varangian.conformance.filter.input.AcceptsDuplicates;
import dev.varangian.conformance.filter.input.AcceptsHugeValues;
import dev.varangian.conformance.filter.input.AcceptsTinyValues;
import dev.varangian.conformance.filter.input.AcceptsZeros;
import dev.varangian.conformance.filter.symmetry.BreaksTiesByAgent;
import dev.varangian.conformance.filter.symmetry.IsPermutationInvariant;
import dev.varangian.conformance.filter.symmetry.IsScaleEquivariant;
import dev.varangian.conformance.filter.symmetry.IsTranslationEquivariant;
import dev.varangian.conformance.filter.trial.FilterResult;
import dev.varangian.conformance.filter.trial.Sizes;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;
import java.util.List;

/** The checks of gradient filters. */
public final class FilterChecks {
  private static final Geometry SIZES = new Geometry(24, 0, 17);

  private FilterChecks() {}

  /** Returns the preconditions of the other checks. */
  public static List<Check<GradientFilter>> first() {
    return List.of(new WorksForTypicalSizes(), new IsReproducible());
  }

  /** The others. */
  public static List<Check<GradientFilter>> others() {
    return List.of(
        new RespectsHardBound(),
        new WorksWithoutFaultyAgents(),
        new IsPermutationInvariant(),
        new BreaksTiesByAgent(),
        new IsTranslationEquivariant(),
        new IsScaleEquivariant(),
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
        new IgnoresOtherRuns(),
        new ReportsMetrics<>(
            subject -> Sizes.make(subject, SIZES).component(), GradientFilter::metrics),
        new ReproducesExample<>(
            (filter, rows, f) -> List.of(FilterResult.by(filter, rows).output())));
  }
}
