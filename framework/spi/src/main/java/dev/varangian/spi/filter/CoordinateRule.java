package dev.varangian.spi.filter;

/**
 * Which of a coordinate's n values a {@link CoordinateFilter} averages. The mean is added up in
 * double, in ascending order, and rounded once to float.
 */
public sealed interface CoordinateRule {

  /**
   * The values at the places {@code first} to {@code last} of the sorted ones, counted from 0, both
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

    /** The middle value of n; for even n the two middle ones, whose mean is the median. */
    public static Span median(int n) {
      return new Span((n - 1) / 2, n / 2);
    }

    /**
     * All of n values but the {@code cut} smallest and the {@code cut} largest ones.
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
