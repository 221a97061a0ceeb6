package dev.varangian.spi.filter;

import java.util.Set;

/**
 * What a change of the received vectors does to a filter's result F, up to rounding. The
 * conformance kit checks those that a filter {@linkplain GradientFilter#symmetries() declares}.
 */
public enum Symmetry {
  /**
   * Vectors in another order have the same result, and each weight moves along with its vector,
   * except among ties, which go to the lower agent.
   */
  PERMUTATION,
  /** What is added to every vector is added to the result: F(x_1 + c, …) = F(x_1, …) + c. */
  TRANSLATION,
  /** A factor a &gt; 0 of every vector is one of the result: F(a x_1, …) = a F(x_1, …). */
  SCALE;

  /** All of them, as most filters have them. */
  public static final Set<Symmetry> USUAL = Set.of(PERMUTATION, TRANSLATION, SCALE);
}
