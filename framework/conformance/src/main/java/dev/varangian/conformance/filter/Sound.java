package dev.varangian.conformance.filter;

import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.context.Geometry;

/** What any result must be. */
final class Sound {
  private Sound() {}

  /**
   * @param input the vectors in words
   * @throws Violation if a coordinate is not finite
   */
  static void require(Filtered filtered, Geometry sizes, String input) {
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
