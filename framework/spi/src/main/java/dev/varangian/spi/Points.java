package dev.varangian.spi;

/** The received vectors as points: what a {@link RowFilter} sees of them. Sums are in double. */
public interface Points {

  /** The number of vectors, n. */
  int count();

  /**
   * ||x_i||^2.
   *
   * @throws IllegalStateException if the filter did not declare that it needs norms
   */
  double squaredNorm(int i);

  /**
   * ||x_i - x_j||^2, from differences taken in double.
   *
   * @throws IllegalStateException if the filter did not declare that it needs distances
   */
  double squaredDistance(int i, int j);
}
