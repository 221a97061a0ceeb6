package dev.varangian.spi.filter;

/**
 * Which of a coordinate's n values a {@link CoordinateFilter} averages. The values are summed in
 * double, in ascending order, and their mean is rounded to float once.
 */
public sealed interface CoordinateRule {

  /**
   * The sorted values from position {@code first} to position {@code last}, counted from 0, both
   * inclusive.
   */
  record Span(int first, int last) implements CoordinateRule {
    /**
     * @throws IllegalArgumentException if the span is empty or begins before 0
     */
    public Span {
      if (first < 0 || last < first) {
        throw new IllegalArgumentException("no span from " + first + " to " + last);
      }
    }

    /** The middle one of n values; for even n the two middle ones, whose mean is the median. */
    public static Span median(int n) {
      return new Span((n - 1) / 2, n / 2);
    }

    /**
     * All n values except the {@code cut} smallest and the {@code cut} largest.
     *
     * @throws IllegalArgumentException if no value is left
     */
    public static Span trimmed(int n, int cut) {
      return new Span(cut, n - cut - 1);
    }
  }

  /**
   * The {@code count} values nearest to the mean of the values in the span {@code centre}.
   * Distances are compared in double; ties go to the lower agent.
   */
  record Nearest(int count, Span centre) implements CoordinateRule {
    /**
     * @throws IllegalArgumentException if {@code count} is below 1
     */
    public Nearest {
      if (count < 1) {
        throw new IllegalArgumentException("no mean of " + count + " values");
      }
    }
  }
}
