package dev.varangian.core.simulation;

import dev.varangian.spi.Points;
import dev.varangian.spi.RowFilter.Needs;
import dev.varangian.tensor.kernels.Kernels;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The norms and distances of rows, computed all at once, each by one thread. */
final class PointsOfRows implements Points {
  private final float[][] rows;
  private final int d;
  private final Workers workers;
  private final int count;
  private final Needs needs;
  private final double[] norms;
  private final double[][] distances;

  private PointsOfRows(float[][] rows, int d, Workers workers, Needs needs, double[] norms) {
    this.rows = rows;
    this.d = d;
    this.workers = workers;
    this.count = rows.length;
    this.needs = needs;
    this.norms = norms;
    this.distances = new double[needs == Needs.SQUARED_DISTANCES ? rows.length : 0][rows.length];
  }

  /**
   * Computes what is needed.
   *
   * @param known the squared norms, where they are known; else null
   */
  static PointsOfRows of(
      float[][] rows, double @Nullable [] known, int d, Needs needs, Workers workers) {
    double[] norms = known == null ? new double[rows.length] : known.clone();
    PointsOfRows points = new PointsOfRows(rows, d, workers, needs, norms);
    if (needs != Needs.NOTHING && known == null) {
      workers.run(
          rows.length,
          (i, worker) -> points.norms[i] = Kernels.active().squaredNorm(rows[i], 0, d));
    }
    if (needs == Needs.SQUARED_DISTANCES) {
      workers.run(
          rows.length * rows.length,
          (pair, worker) -> {
            int i = pair / rows.length;
            int j = pair % rows.length;
            if (i < j) {
              double distance = Kernels.active().squaredDistance(rows[i], rows[j], 0, d);
              points.distances[i][j] = distance;
              points.distances[j][i] = distance;
            }
          });
    }
    return points;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public double squaredNorm(int i) {
    if (needs == Needs.NOTHING) {
      throw new IllegalStateException("a filter that needs NOTHING asked for a norm");
    }
    return norms[i];
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
    int sums = weights.length;
    double[][] squared = new double[sums][sums];
    workers.run(
        sums * sums,
        (pair, worker) -> {
          int a = pair / sums;
          int b = pair % sums;
          if (a < b) {
            double[] difference = new double[count];
            Arrays.setAll(difference, i -> weights[a][i] - weights[b][i]);
            squared[a][b] = Kernels.active().squaredNormOfSum(difference, rows, 0, d);
            squared[b][a] = squared[a][b];
          }
        });
    return squared;
  }
}
