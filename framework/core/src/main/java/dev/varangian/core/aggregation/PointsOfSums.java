package dev.varangian.core.aggregation;

import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter.Needs;

/** Weighted sums of points as points. */
final class PointsOfSums extends NeededPoints {
  private final Points points;
  private final double[][] weights;

  /**
   * @param weights sum s is that of {@code weights[s][i]} times point i
   */
  PointsOfSums(Points points, double[][] weights, Needs needs) {
    super(
        points.round(),
        needs,
        needs == Needs.SQUARED_DISTANCES
            ? points.squaredDistancesOfSums(weights)
            : new double[0][0],
        null);
    this.points = points;
    this.weights = weights;
  }

  @Override
  public int count() {
    return weights.length;
  }

  /** The distances to the sum that has no part in any point. */
  @Override
  double[] norms() {
    double[] none = new double[points.count()];
    double[] norms = new double[weights.length];
    for (int s = 0; s < norms.length; s++) {
      norms[s] = points.squaredDistancesOfSums(new double[][] {weights[s], none})[0][1];
    }
    return norms;
  }

  @Override
  public double[][] squaredDistancesOfSums(double[][] sums) {
    return points.squaredDistancesOfSums(Mixture.product(sums, weights));
  }
}
