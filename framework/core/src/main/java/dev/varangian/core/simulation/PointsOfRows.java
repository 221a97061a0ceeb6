package dev.varangian.core.simulation;

import dev.varangian.spi.Points;
import dev.varangian.spi.RowFilter.Needs;
import dev.varangian.tensor.kernels.Kernels;
import org.jspecify.annotations.Nullable;

/** The norms and distances of rows: those that are needed always are computed all at once. */
final class PointsOfRows implements Points {
  private final float[][] rows;
  private final int d;
  private final Workers workers;
  private final Distances distancesOf;
  private final Needs needs;
  private final double[][] distances;
  private double @Nullable [] norms;

  /**
   * Computes what is needed.
   *
   * @param known the squared norms, where they are known; else null
   */
  PointsOfRows(
      float[][] rows,
      double @Nullable [] known,
      int d,
      Needs needs,
      Distances distancesOf,
      Workers workers) {
    this.rows = rows;
    this.d = d;
    this.needs = needs;
    this.workers = workers;
    this.distancesOf = distancesOf;
    this.norms = known == null ? null : known.clone();
    this.distances = needs == Needs.SQUARED_DISTANCES ? distancesOf.of(rows, d) : new double[0][0];
  }

  @Override
  public int count() {
    return rows.length;
  }

  @Override
  public double squaredNorm(int i) {
    if (needs == Needs.NOTHING) {
      throw new IllegalStateException("a filter that needs NOTHING asked for a norm");
    }
    if (norms == null) {
      norms = norms(); // not before one is asked for: few who need distances do
    }
    return norms[i];
  }

  private double[] norms() {
    double[] squared = new double[rows.length];
    workers.run(
        rows.length, (i, worker) -> squared[i] = Kernels.active().squaredNorm(rows[i], 0, d));
    return squared;
  }

  @Override
  public double squaredDistance(int i, int j) {
    if (needs != Needs.SQUARED_DISTANCES) {
      throw new IllegalStateException("a filter that needs " + needs + " asked for a distance");
    }
    return distances[i][j];
  }

  @Override
  public double[][] squaredDistancesOfSums(double[][] weights) {
    return distancesOf.ofSums(weights, rows, d);
  }
}
