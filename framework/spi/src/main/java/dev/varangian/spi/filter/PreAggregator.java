package dev.varangian.spi.filter;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.run.Metric;
import java.util.List;

/**
 * A rule in front of the filter: it mixes the received vectors, and the filter sees the mixtures.
 * The framework computes what the rule needs of the vectors and forms the sums.
 *
 * <p>The received vectors are finite: what isn't was counted as missing, hence as the zero vector.
 * Behind another pre-aggregator the vectors are that one's mixtures, and {@link Geometry#n()} is
 * their number; f stays what it was.
 */
public interface PreAggregator {

  /** What must hold for the rule to be computable; checked before anything runs. */
  default Condition hardBound() {
    return Condition.ALWAYS;
  }

  /** The number of mixtures, at least 1; it is the n that a filter behind is told. */
  int count();

  /** What {@link #mix} reads of the points. */
  RowFilter.Needs needs();

  /**
   * The weights of the mixtures, {@link #count()} x n: mixture k is the sum of {@code mix[k][i]}
   * times vector i. They need not add up to 1.
   */
  double[][] mix(Points points);

  /** The numbers that the rule reports about a run; asked once, before the first round. */
  default List<Metric> metrics() {
    return List.of();
  }
}
