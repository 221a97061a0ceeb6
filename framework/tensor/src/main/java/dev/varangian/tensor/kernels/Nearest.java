package dev.varangian.tensor.kernels;

/**
 * Which values of a column are averaged: those nearest to the mean of a span of the sorted values.
 *
 * @param count the number of values that are averaged, at least 1
 * @param first the first place of the span, counted from 0
 * @param last its last place, inclusive
 */
public record Nearest(int count, int first, int last) {

  /** The number of values in the span. */
  int spanSize() {
    return last - first + 1;
  }
}
