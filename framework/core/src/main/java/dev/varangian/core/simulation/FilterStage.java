package dev.varangian.core.simulation;

import dev.varangian.spi.CoordinateFilter;
import dev.varangian.spi.GeneralFilter;
import dev.varangian.spi.GradientFilter;
import dev.varangian.spi.Points;
import dev.varangian.spi.Row;
import dev.varangian.spi.RowFilter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies a gradient filter to n rows and tells which weight each had. */
public final class FilterStage {
  private final GradientFilter filter;
  private final Workers workers;
  private final int n;
  private final int d;
  private final @Nullable CoordinateColumns columns;
  private final Distances distances;

  /**
   * @param n the number of rows of each call
   * @param d the number of coordinates of a row that count; rows may be longer
   */
  public FilterStage(GradientFilter filter, Workers workers, int n, int d) {
    this.filter = filter;
    this.workers = workers;
    this.n = n;
    this.d = d;
    this.columns = filter instanceof CoordinateFilter ? new CoordinateColumns(workers, n) : null;
    this.distances = new Distances(workers);
  }

  /**
   * Writes the filter's result.
   *
   * @param rows n finite vectors; not changed
   * @param squaredNorms their squared norms, where they are known; else null
   * @param out takes the result; longer than d where the rows are
   * @param count whether coordinate filters are to count whom they used, which costs another pass
   * @return each row's share in the result, adding up to 1; null if the filter gives none, or they
   *     add up to nothing
   */
  public double @Nullable [] apply(
      float[][] rows, double @Nullable [] squaredNorms, float[] out, boolean count) {
    double[] weights = run(rows, squaredNorms, out, count);
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
    if (filter instanceof RowFilter rule) {
      Points points = new PointsOfRows(rows, squaredNorms, d, rule.needs(), distances, workers);
      double[] weights = checked(rule.weights(points));
      Rows.combine(weights, rows, out, d, workers);
      return weights;
    }
    if (columns != null && filter instanceof CoordinateFilter rule) {
      CoordinateFilter.Span span = rule.span();
      if (span.last() >= n) {
        throw new IllegalStateException(span + " reaches past " + n + " values");
      }
      return columns.apply(span, rows, d, out, count);
    }
    if (filter instanceof GeneralFilter rule) {
      List<Row> views = Arrays.stream(rows).map(row -> (Row) new RowView(row, d)).toList();
      double[] weights = rule.filter(views, new RowWriter(out, d));
      return weights == null ? null : checked(weights);
    }
    throw new IllegalStateException(filter.getClass() + " is no kind of filter");
  }

  private double[] checked(double[] weights) {
    if (weights.length != n) {
      throw new IllegalStateException(
          filter.getClass().getName() + " gave " + weights.length + " weights for " + n + " rows");
    }
    for (double weight : weights) {
      if (!Double.isFinite(weight)) {
        throw new IllegalStateException(
            filter.getClass().getName() + " gave the weights " + Arrays.toString(weights));
      }
    }
    return weights.clone();
  }
}
