package dev.varangian.conformance.filter.trial;

import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;

/** The tolerance between results that differ only by rounding or by where an iteration stops. */
public final class Tolerance {
  /** Of a share. */
  public static final double SHARES = 1e-6;

  /** Of a coordinate, relative to the largest coordinate of the vectors. */
  private static final double OUTPUT = 2e-6;

  private Tolerance() {}

  /**
   * @param scale the largest coordinate of the vectors
   * @param what the vectors and what was done with them, worded to precede "is"
   * @param other a description of the expected value
   * @throws Violation if {@code seen} differs from {@code expected} by more than the tolerance
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
