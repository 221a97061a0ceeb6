package dev.varangian.conformance.filter.trial;

import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;

/** How near two results are that differ by rounding alone, or by where an iteration stops. */
public final class Tolerance {
  /** Of a share. */
  public static final double SHARES = 1e-6;

  /** Of a coordinate, relative to the greatest one of the vectors. */
  private static final double OUTPUT = 2e-6;

  private Tolerance() {}

  /**
   * @param scale the greatest coordinate of the vectors
   * @param what the vectors and what was done with them, to be read before "is"
   * @param other what it is expected to be, in words
   * @throws Violation if {@code seen} is not near {@code expected}
   */
  public static void require(
      float[] expected, float[] seen, double scale, String what, String other) {
    int place = Vectors.apart(expected, seen, OUTPUT * scale);
    if (place >= 0) {
      throw new Violation(
          what + " is " + Vectors.text(seen[place]) + " in coordinate " + place,
          other + ", " + Vectors.text(expected[place]));
    }
  }
}
