package dev.varangian.spi.filter;

import java.util.List;

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
    /** Their squared norms, and their distances to the references, in O(nd) for each. */
    REFERENCE_DISTANCES,
    /** The squared distances of all pairs, references included, and the norms, in O(n^2 d). */
    SQUARED_DISTANCES
  }

  /** What {@link #weights} reads of the points. */
  Needs needs();

  /** The vectors that this filter compares with, each once; the same at every call. */
  default List<Reference> references() {
    return List.of();
  }

  /**
   * The weight of each vector in the sum. They need not add up to 1: the result is the sum as it
   * stands. Vectors of weight 0 are not read again.
   *
   * @return n numbers, or n and one more for each reference, whose weights come after those of the
   *     received vectors in the order declared
   */
  double[] weights(Points points);
}
