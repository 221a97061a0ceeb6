package dev.varangian.spi.filter;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.run.Metric;
import java.util.List;
import java.util.Set;

/**
 * A rule by which the server combines the n received vectors into one. There are three kinds: a
 * {@link RowFilter} assigns weights to whole vectors, a {@link CoordinateFilter} works coordinate
 * by coordinate, and a {@link GeneralFilter} is anything else.
 *
 * <p>The received vectors are finite: a vector that was not finite counts as missing and has become
 * the zero vector. Ties go to the lower agent.
 */
public sealed interface GradientFilter permits RowFilter, CoordinateFilter, GeneralFilter {

  /** What must hold for the rule to be computable; checked before anything runs. */
  default Condition hardBound() {
    return Condition.ALWAYS;
  }

  /** What the published proof requires; a run that does not meet it continues with a warning. */
  default Condition resilience() {
    return Condition.ALWAYS;
  }

  /**
   * The symmetries that the rule has with its parameters. A filter that groups successive agents,
   * for instance, is not symmetric under permutation.
   */
  default Set<Symmetry> symmetries() {
    return Set.of(Symmetry.PERMUTATION);
  }

  /** The metrics that the filter reports about a run; called once, before the first round. */
  default List<Metric> metrics() {
    return List.of();
  }
}
