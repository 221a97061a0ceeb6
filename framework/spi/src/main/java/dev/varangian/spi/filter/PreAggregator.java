package dev.varangian.spi.filter;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.run.Metric;
import java.util.List;

/**
 * A rule applied before the filter: it mixes the received vectors, and the filter sees the
 * mixtures. The framework computes the quantities that the rule needs and forms the sums.
 *
 * <p>The received vectors are finite: a vector that was not finite counts as missing and has become
 * the zero vector. After another pre-aggregator, the vectors are its mixtures, and {@link
 * Geometry#n()} is their number; f is unchanged.
 */
public interface PreAggregator {

  /** What must hold for the rule to be computable; checked before anything runs. */
  default Condition hardBound() {
    return Condition.ALWAYS;
  }

  /**
   * The number of mixtures, at least 1; the filter after this rule is given this number as its n.
   */
  int count();

  /** The quantities of the points that {@link #mix} reads. */
  RowFilter.Needs needs();

  /**
   * The weights of the mixtures, {@link #count()} x n: mixture k is the sum of {@code mix[k][i]}
   * times vector i. They need not add up to 1.
   */
  double[][] mix(Points points);

  /** The metrics that the rule reports about a run; called once, before the first round. */
  default List<Metric> metrics() {
    return List.of();
  }
}
