package dev.varangian.core.aggregation;

import dev.varangian.core.component.Calls;
import dev.varangian.core.component.InvalidOutputException;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.spi.context.Row;
import dev.varangian.spi.filter.CoordinateFilter;
import dev.varangian.spi.filter.GeneralFilter;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter;
import dev.varangian.tensor.rows.Euclidean;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies pre-aggregators and a gradient filter to n rows and tells which weight each had. */
public final class FilterStage {
  private final List<ActivePreAggregator> preAggregators;
  private final GradientFilter filter;
  private final Calls calls;
  private final ThreadTeam workers;
  private final int n;
  private final int d;
  private final @Nullable CoordinateColumns columns;
  private final Distances distances;
  private float[][] mixtures = {};

  /** What the pre-aggregators made in the last call; null if there are none. */
  private @Nullable Mixture mixture;

  /** The rows that a filter which reads coordinates saw in the last call. */
  private float[][] seen = {};

  /**
   * For a filter alone.
   *
   * @param n the number of rows of each call
   * @param d the number of coordinates of a row that count; rows may be longer
   */
  public FilterStage(GradientFilter filter, ThreadTeam workers, int n, int d) {
    this(List.of(), filter, new Calls(), workers, n, d);
  }

  /**
   * For a filter behind pre-aggregators.
   *
   * @param preAggregators in the order in which they are applied
   * @param calls through which their code is called
   * @param n the number of rows of each call
   * @param d the number of coordinates of a row that count; rows may be longer
   */
  public FilterStage(
      List<ActivePreAggregator> preAggregators,
      GradientFilter filter,
      Calls calls,
      ThreadTeam workers,
      int n,
      int d) {
    this.preAggregators = List.copyOf(preAggregators);
    this.filter = filter;
    this.calls = calls;
    this.workers = workers;
    this.n = n;
    this.d = d;
    this.columns =
        filter instanceof CoordinateFilter
            ? new CoordinateColumns(workers, ActivePreAggregator.count(preAggregators, n, calls))
            : null;
    this.distances = new Distances(workers);
  }

  /**
   * Writes the filter's result.
   *
   * @param rows n finite vectors; not changed
   * @param squaredNorms their squared norms, where they are known; else null
   * @param out takes the result; longer than d where the rows are
   * @param count whether coordinate filters are to count whom they used, which costs another pass
   * @throws IllegalStateException if the filter gives what it must not: weights that are too many
   *     or too few or not finite, places that no vector has, or a result that is not finite
   * @return each row's share in the result, adding up to 1; null if the filter gives none, or they
   *     add up to nothing
   */
  public double @Nullable [] apply(
      float[][] rows, double @Nullable [] squaredNorms, float[] out, boolean count) {
    return shares(run(rows, squaredNorms, out, count));
  }

  /**
   * The shares of the last call, for a coordinate filter that was not to count then.
   *
   * @param out takes the result again
   * @return as {@link #apply}; null for other filters
   */
  public double @Nullable [] recounted(float[] out) {
    return filter instanceof CoordinateFilter
        ? shares(pulledBack(filtered(seen, out, true)))
        : null;
  }

  private double @Nullable [] shares(double @Nullable [] weights) {
    if (weights == null) {
      return null;
    }
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    if (total == 0 || !Double.isFinite(total)) {
      return null;
    }
    for (int i = 0; i < n; i++) {
      weights[i] /= total;
    }
    return weights;
  }

  private double @Nullable [] run(
      float[][] rows, double @Nullable [] squaredNorms, float[] out, boolean count) {
    mixture =
        preAggregators.isEmpty()
            ? null
            : Mixture.of(preAggregators, needs -> points(rows, squaredNorms, needs), calls);
    if (filter instanceof RowFilter rule) {
      Points points =
          mixture == null
              ? points(rows, squaredNorms, rule.needs())
              : new PointsOfSums(
                  points(rows, squaredNorms, RowFilter.Needs.NOTHING),
                  mixture.weights(),
                  rule.needs());
      double[] weights =
          Weights.checked(pulledBack(Weights.checked(rule.weights(points), points.count())), n);
      Rows.combine(weights, rows, out, d, workers);
      return weights;
    }
    seen = mixture == null ? rows : formed(mixture, rows);
    return pulledBack(filtered(seen, out, count));
  }

  /** What weights of the vectors that the filter sees come to for the received ones. */
  private double @Nullable [] pulledBack(double @Nullable [] weights) {
    return weights == null || mixture == null ? weights : mixture.pulledBack(weights);
  }

  private Points points(float[][] rows, double @Nullable [] squaredNorms, RowFilter.Needs needs) {
    return new PointsOfRows(rows, squaredNorms, d, needs, distances, workers);
  }

  /** The mixtures as rows, which only filters need that read coordinates. */
  private float[][] formed(Mixture mixture, float[][] rows) {
    double[][] weights = mixture.weights();
    if (mixtures.length == 0) {
      mixtures = Rows.zeros(weights.length, d);
    }
    for (int k = 0; k < weights.length; k++) {
      Rows.combine(weights[k], rows, mixtures[k], d, workers);
    }
    return mixtures;
  }

  private double @Nullable [] filtered(float[][] rows, float[] out, boolean count) {
    if (columns != null && filter instanceof CoordinateFilter rule) {
      CoordinateFilter.Span span = rule.span();
      if (span.last() >= rows.length) {
        throw new InvalidOutputException(span + " reaches past " + rows.length + " values");
      }
      return columns.apply(span, rows, d, out, count);
    }
    if (filter instanceof GeneralFilter rule) {
      List<Row> views = Arrays.stream(rows).map(row -> (Row) new RowView(row, d)).toList();
      RowWriter writer = new RowWriter(out, d);
      double[] weights = rule.filter(views, writer);
      writer.end();
      requireFinite(out, rows);
      return weights == null ? null : Weights.checked(weights, rows.length);
    }
    throw new IllegalStateException(filter.getClass() + " is no kind of filter");
  }

  /** Where the vectors are so large that their sum fits no float, neither need the result. */
  private void requireFinite(float[] out, float[][] rows) {
    if (Double.isFinite(Euclidean.squaredNorm(out, 0, d))) {
      return;
    }
    double sum = 0;
    for (float[] row : rows) {
      sum += Math.sqrt(Euclidean.squaredNorm(row, 0, d));
    }
    for (int i = 0; i < d; i++) {
      if (Float.isNaN(out[i]) || Float.isInfinite(out[i]) && sum <= Float.MAX_VALUE) {
        throw new InvalidOutputException(
            "coordinate " + i + " of its result is " + out[i] + " though no vector's is");
      }
    }
  }
}
