package dev.varangian.core.simulation;

/**
 * How vectors of d numbers are stored: in rows as long as d rounded up to whole vector registers.
 */
final class Rows {
  private static final int WIDEST_REGISTER = 16;

  private Rows() {}

  /** The length of the array that holds a vector of {@code d} numbers. */
  static int length(int d) {
    return (d + WIDEST_REGISTER - 1) / WIDEST_REGISTER * WIDEST_REGISTER;
  }

  /** {@code count} vectors of zeros. */
  static float[][] zeros(int count, int d) {
    return new float[count][length(d)];
  }
}
