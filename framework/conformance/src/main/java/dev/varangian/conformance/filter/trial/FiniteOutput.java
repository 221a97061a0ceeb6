package dev.varangian.conformance.filter.trial;

import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.context.Geometry;

/** The requirement on every result: finite numbers. */
public final class FiniteOutput {
  private FiniteOutput() {}

  /**
   * @param input a description of the vectors
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
