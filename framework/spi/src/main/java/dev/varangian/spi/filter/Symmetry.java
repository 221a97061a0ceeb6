package dev.varangian.spi.filter;

import java.util.Set;

/**
 * How a change of the received vectors changes a filter's result F, up to rounding. The conformance
 * kit checks the symmetries that a filter {@linkplain GradientFilter#symmetries() declares}.
 */
public enum Symmetry {
  /**
   * Reordering the vectors does not change the result, and each weight moves with its vector,
   * except among ties, which go to the lower agent.
   */
  PERMUTATION,
  /** Adding c to every vector adds c to the result: F(x_1 + c, …) = F(x_1, …) + c. */
  TRANSLATION,
  /** Multiplying every vector by a &gt; 0 multiplies the result by a: F(a x_1, …) = a F(x_1, …). */
  SCALE;

  /** All symmetries; most filters have them all. */
  public static final Set<Symmetry> USUAL = Set.of(PERMUTATION, TRANSLATION, SCALE);
}
