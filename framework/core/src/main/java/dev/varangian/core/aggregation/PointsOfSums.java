package dev.varangian.core.aggregation;

import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter.Needs;
import java.util.Arrays;

/** Weighted sums of points as points, and the references themselves. */
final class PointsOfSums extends NeededPoints {
  private final Points points;
  private final double[][] weights;
  private final int count;

  /**
   * @param weights sum s adds {@code weights[s][i]} times point i; the references follow the sums
   */
  PointsOfSums(Points points, double[][] weights, ReferenceRows references, Needs needs) {
    super(
        points.round(),
        needs,
        needs == Needs.SQUARED_DISTANCES
            ? points.squaredDistancesOfSums(weights)
            : new double[0][0],
        references,
        null);
    this.points = points;
    this.weights = weights;
    this.count = weights.length - references.count();
  }

  @Override
  public int count() {
    return count;
  }

  /** The distances to the sum whose weights are all zero. */
  @Override
  double[] norms() {
    double[] norms = new double[weights.length];
    for (int s = 0; s < norms.length; s++) {
      norms[s] = between(weights[s], new double[weights[s].length]);
    }
    return norms;
  }

  @Override
  double distance(int i, int j) {
    return between(weights[i], weights[j]);
  }

  /** A quarter of the difference between ||x + y||^2 and ||x - y||^2. */
  @Override
  double product(int i, int j) {
    double[] opposite = Arrays.stream(weights[j]).map(weight -> -weight).toArray();
    return (between(weights[i], opposite) - between(weights[i], weights[j])) / 4;
  }

  private double between(double[] one, double[] other) {
    return points.squaredDistancesOfSums(new double[][] {one, other})[0][1];
  }

  @Override
  public double[][] squaredDistancesOfSums(double[][] sums) {
    boolean all = sums.length > 0 && sums[0].length == weights.length;
    return points.squaredDistancesOfSums(
        Mixture.product(sums, all ? weights : Arrays.copyOf(weights, count)));
  }
}
