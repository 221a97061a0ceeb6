package dev.varangian.spi.filter;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.run.Metric;
import java.util.List;
import java.util.Set;

/**
 * A rule by which the server makes one vector out of the n received ones. It is one of three kinds:
 * a {@link RowFilter} weighs whole vectors, a {@link CoordinateFilter} works coordinate by
 * coordinate, a {@link GeneralFilter} is anything else.
 *
 * <p>The received vectors are finite: what isn't was counted as missing, hence as the zero vector.
 * Ties go to the lower agent.
 */
public sealed interface GradientFilter permits RowFilter, CoordinateFilter, GeneralFilter {

  /** What must hold for the rule to be computable; checked before anything runs. */
  default Condition hardBound() {
    return Condition.ALWAYS;
  }

  /** What the published proof needs; a run that lacks it goes on with a warning. */
  default Condition resilience() {
    return Condition.ALWAYS;
  }

  /**
   * Which symmetries the rule has with its parameters. A filter that groups successive agents, for
   * instance, has not that of permutation.
   */
  default Set<Symmetry> symmetries() {
    return Set.of(Symmetry.PERMUTATION);
  }

  /** The numbers that the filter reports about a run; asked once, before the first round. */
  default List<Metric> metrics() {
    return List.of();
  }
}
