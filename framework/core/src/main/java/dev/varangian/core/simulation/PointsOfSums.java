package dev.varangian.core.simulation;

import dev.varangian.spi.Points;
import dev.varangian.spi.RowFilter.Needs;

/** Weighted sums of points as points. */
final class PointsOfSums implements Points {
  private final Points points;
  private final double[][] weights;
  private final Needs needs;
  private final double[][] distances;

  /**
   * @param weights sum s is that of {@code weights[s][i]} times point i
   */
  PointsOfSums(Points points, double[][] weights, Needs needs) {
    this.points = points;
    this.weights = weights;
    this.needs = needs;
    this.distances =
        needs == Needs.SQUARED_DISTANCES
            ? points.squaredDistancesOfSums(weights)
            : new double[0][0];
  }

  @Override
  public int count() {
    return weights.length;
  }

  /** The distance to the sum that has no part in any point. */
  @Override
  public double squaredNorm(int i) {
    if (needs == Needs.NOTHING) {
      throw new IllegalStateException("a filter that needs NOTHING asked for a norm");
    }
    double[] none = new double[points.count()];
    return points.squaredDistancesOfSums(new double[][] {weights[i], none})[0][1];
  }

  @Override
  public double squaredDistance(int i, int j) {
    if (needs != Needs.SQUARED_DISTANCES) {
      throw new IllegalStateException("a filter that needs " + needs + " asked for a distance");
    }
    return distances[i][j];
  }

  @Override
  public double[][] squaredDistancesOfSums(double[][] sums) {
    return points.squaredDistancesOfSums(Mixture.product(sums, weights));
  }
}
