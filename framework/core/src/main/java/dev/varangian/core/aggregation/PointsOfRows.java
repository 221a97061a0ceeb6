package dev.varangian.core.aggregation;

import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.spi.filter.RowFilter.Needs;
import dev.varangian.tensor.rows.Euclidean;
import org.jspecify.annotations.Nullable;

/** Rows as points. */
final class PointsOfRows extends NeededPoints {
  private final float[][] rows;
  private final int d;
  private final ThreadTeam workers;
  private final Distances distancesOf;

  /**
   * Computes what is needed.
   *
   * @param known the squared norms, where they are known; else null
   */
  PointsOfRows(
      float[][] rows,
      double @Nullable [] known,
      int round,
      int d,
      Needs needs,
      Distances distancesOf,
      ThreadTeam workers) {
    super(
        round,
        needs,
        needs == Needs.SQUARED_DISTANCES ? distancesOf.of(rows, d) : new double[0][0],
        known == null ? null : known.clone());
    this.rows = rows;
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
    double[] squared = new double[rows.length];
    workers.run(rows.length, (i, worker) -> squared[i] = Euclidean.squaredNorm(rows[i], 0, d));
    return squared;
  }

  @Override
  public double[][] squaredDistancesOfSums(double[][] weights) {
    return distancesOf.ofSums(weights, rows, d);
  }
}
