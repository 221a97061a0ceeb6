package dev.varangian.spi.filter;

/**
 * The received vectors, or mixtures of them, as points: what a {@link RowFilter} and a {@link
 * PreAggregator} see of them. Sums are in double.
 */
public interface Points {

  /** The round, counted from 1. */
  int round();

  /** The number of vectors, n. */
  int count();

  /**
   * The index of a reference, which is a point after the received vectors.
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
   * ||x_i - x_j||^2, from differences taken in double.
   *
   * @throws IllegalStateException if the filter did not declare that it needs distances, or only
   *     those to references and neither point is one
   */
  double squaredDistance(int i, int j);

  /**
   * The inner product of x_i and x_j, computed on request in O(d).
   *
   * @throws IllegalStateException where {@link #squaredDistance} throws it
   */
  double innerProduct(int i, int j);

  /**
   * The squared distances of all pairs of sums of the vectors, in O(md) for each pair whose weights
   * differ in m places. Each coordinate of a difference is formed in double first: from the
   * distances of the vectors themselves it would follow only by subtraction, of which two far and
   * opposite vectors in one sum leave no digit.
   *
   * @param weights sum s is that of {@code weights[s][i]} times vector i: n weights, or n and one
   *     for each reference
   */
  double[][] squaredDistancesOfSums(double[][] weights);
}
