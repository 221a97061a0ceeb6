package dev.varangian.spi.filter;

/**
 * A filter that sorts each coordinate's n values and averages a run of them. The framework sorts
 * and averages.
 */
public non-sealed interface CoordinateFilter extends GradientFilter {

  /**
   * The values averaged, out of n in ascending order: places {@code first} to {@code last}, counted
   * from 0, both included.
   */
  record Span(int first, int last) {
    /**
     * @throws IllegalArgumentException if the span is empty or begins before 0
     */
    public Span {
      if (first < 0 || last < first) {
        throw new IllegalArgumentException("no span from " + first + " to " + last);
      }
    }
  }

  /** Which of the sorted values are averaged. */
  Span span();
}
