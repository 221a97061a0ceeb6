package dev.varangian.spi.filter;

/**
 * The received vectors, or mixtures of them, as points: the view that a {@link RowFilter} or a
 * {@link PreAggregator} has of them. Sums are accumulated in double.
 */
public interface Points {

  /** The round, counted from 1. */
  int round();

  /** The number of vectors, n. */
  int count();

  /**
   * The index of a reference; references come after the received vectors.
   *
   * @throws IllegalArgumentException if the filter did not declare it
   */
  int indexOf(Reference reference);

  /**
   * ||x_i||^2.
   *
   * @throws IllegalStateException if the filter did not declare that it needs norms
   */
  double squaredNorm(int i);

  /**
   * ||x_i - x_j||^2, from differences computed in double.
   *
   * @throws IllegalStateException if the filter did not declare that it needs distances, or
   *     declared only distances to references and neither point is a reference
   */
  double squaredDistance(int i, int j);

  /**
   * The inner product of x_i and x_j, computed on request in O(d).
   *
   * @throws IllegalStateException under the same conditions as {@link #squaredDistance}
   */
  double innerProduct(int i, int j);

  /**
   * The squared distances of all pairs of sums of the vectors, in O(md) for each pair whose weights
   * differ in m places. Each coordinate of a difference is first computed in double. Computing
   * these distances from those of the vectors would require a subtraction that loses all digits if
   * a sum contains two distant, opposite vectors.
   *
   * @param weights sum s adds {@code weights[s][i]} times vector i; each has n weights, or n plus
   *     one for each reference
   */
  double[][] squaredDistancesOfSums(double[][] weights);
}
