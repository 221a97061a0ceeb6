package dev.varangian.spi.filter;

/**
 * A filter whose result is a weighted sum of the received vectors. It decides from their norms and
 * distances; the framework computes those and forms the sum.
 */
public non-sealed interface RowFilter extends GradientFilter {

  /** What is computed of the vectors. */
  enum Needs {
    /** Only their number. */
    NOTHING,
    /** Their squared norms, in O(nd). */
    SQUARED_NORMS,
    /** The squared distances of all pairs and the squared norms, in O(n^2 d). */
    SQUARED_DISTANCES
  }

  /** What {@link #weights} reads of the points. */
  Needs needs();

  /**
   * The weight of each vector in the sum. They need not add up to 1: the result is the sum as it
   * stands. Vectors of weight 0 are not read again.
   */
  double[] weights(Points points);
}
