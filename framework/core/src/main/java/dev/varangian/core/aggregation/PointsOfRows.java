package dev.varangian.core.aggregation;

import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.spi.filter.RowFilter.Needs;
import dev.varangian.tensor.rows.Euclidean;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows as points. */
final class PointsOfRows extends NeededPoints {
  private final float[][] rows;
  private final float[][] all;
  private final double @Nullable [] known;
  private final int d;
  private final ThreadTeam workers;
  private final Distances distancesOf;

  /**
   * Computes the needed quantities.
   *
   * @param known the squared norms of the rows if known, otherwise null
   */
  PointsOfRows(
      float[][] rows,
      double @Nullable [] known,
      ReferenceRows references,
      int round,
      int d,
      Needs needs,
      Distances distancesOf,
      ThreadTeam workers) {
    super(
        round,
        needs,
        needs == Needs.SQUARED_DISTANCES
            ? distancesOf.of(references.after(rows), d)
            : new double[0][0],
        references,
        null);
    this.rows = rows;
    this.all = references.after(rows);
    this.known = known;
    this.d = d;
    this.workers = workers;
    this.distancesOf = distancesOf;
  }

  @Override
  public int count() {
    return rows.length;
  }

  @Override
  double[] norms() {
    double[] squared = known == null ? new double[all.length] : Arrays.copyOf(known, all.length);
    int first = known == null ? 0 : rows.length;
    workers.run(
        all.length - first,
        (task, worker) -> squared[first + task] = Euclidean.squaredNorm(all[first + task], 0, d));
    return squared;
  }

  @Override
  double distance(int i, int j) {
    return Euclidean.squaredDistance(all[i], all[j], 0, d);
  }

  @Override
  double product(int i, int j) {
    return Euclidean.dot(all[i], all[j], 0, d);
  }

  @Override
  public double[][] squaredDistancesOfSums(double[][] weights) {
    boolean rowsAlone = weights.length == 0 || weights[0].length == rows.length;
    return distancesOf.ofSums(weights, rowsAlone ? rows : all, d);
  }
}
