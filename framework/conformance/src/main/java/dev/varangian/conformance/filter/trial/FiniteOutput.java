package dev.varangian.conformance.filter.trial;

import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.context.Geometry;

/** What any result must be. */
public final class FiniteOutput {
  private FiniteOutput() {}

  /**
   * @param input the vectors in words
   * @throws Violation if a coordinate is not finite
   */
  public static void require(FilterResult filtered, Geometry sizes, String input) {
    int place = Vectors.notFinite(filtered.output());
    if (place >= 0) {
      throw new Violation(
          "f = "
              + sizes.f()
              + ", "
              + input
              + ": coordinate "
              + place
              + " of the result is "
              + Vectors.text(filtered.output()[place]),
          "finite numbers");
    }
  }
}
