package dev.varangian.core.catalogue.parameter;

/** Describes ranges of numbers. */
final class Ranges {
  private Ranges() {}

  /** For instance {@code a whole number from 1 to 9}. */
  static String whole(double min, double max) {
    return "a whole number" + range(min, max);
  }

  /** For instance {@code a number above 0}. */
  static String decimal(double min, double max) {
    String range = range(min, max);
    return range.isEmpty() ? "a finite number" : "a number" + range;
  }

  private static String range(double min, double max) {
    boolean bounded = min > Double.NEGATIVE_INFINITY;
    boolean limited = max < Double.POSITIVE_INFINITY;
    boolean above = isAbove(min);
    boolean below = isBelow(max);
    String least = Numerals.text(bounded ? above ? Math.nextDown(min) : min : 0);
    String greatest = Numerals.text(limited ? below ? Math.nextUp(max) : max : 0);
    if (bounded && limited) {
      return (above ? " above " : " from ") + least + (below ? " to below " : " to ") + greatest;
    } else if (bounded) {
      return (above ? " above " : " of at least ") + least;
    }
    return limited ? (below ? " below " : " of at most ") + greatest : "";
  }

  /**
   * Returns whether a minimum excludes the whole number just below it. The double next to a whole
   * number expresses an exclusive bound.
   */
  static boolean isAbove(double min) {
    return isWhole(Math.nextDown(min)) && !isWhole(min);
  }

  /** Returns whether a maximum excludes the whole number just above it. */
  static boolean isBelow(double max) {
    return isWhole(Math.nextUp(max)) && !isWhole(max);
  }

  private static boolean isWhole(double number) {
    return number == Math.rint(number);
  }
}
