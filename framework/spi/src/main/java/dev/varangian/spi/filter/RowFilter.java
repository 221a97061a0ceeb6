package dev.varangian.spi.filter;

import java.util.List;

/**
 * A filter whose result is a weighted sum of the received vectors. It chooses the weights from the
 * vectors' norms and distances; the framework computes those and forms the sum.
 */
public non-sealed interface RowFilter extends GradientFilter {

  /** Which quantities of the vectors are computed. */
  enum Needs {
    /** None; only the number of vectors is known. */
    NOTHING,
    /** Their squared norms, in O(nd). */
    SQUARED_NORMS,
    /** Their squared norms, and their distances to the references, in O(nd) for each. */
    REFERENCE_DISTANCES,
    /** The squared distances of all pairs, references included, and the norms, in O(n^2 d). */
    SQUARED_DISTANCES
  }

  /** The quantities of the points that {@link #weights} reads. */
  Needs needs();

  /** The references that this filter compares with, without duplicates; the same on every call. */
  default List<Reference> references() {
    return List.of();
  }

  /**
   * The weight of each vector in the sum. They need not add up to 1; the sum is not normalised.
   * Vectors of weight 0 are not read again.
   *
   * @return n numbers, or n plus one for each reference; the weights of references follow those of
   *     the received vectors, in the order declared
   */
  double[] weights(Points points);
}
