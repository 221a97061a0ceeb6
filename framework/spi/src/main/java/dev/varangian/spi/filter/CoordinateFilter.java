package dev.varangian.spi.filter;

/**
 * A filter that averages some of the n values of each coordinate, by the same rule in every
 * coordinate. The framework does the sorting and averaging.
 */
@FunctionalInterface
public non-sealed interface CoordinateFilter extends GradientFilter {

  /** Which of a coordinate's values are averaged; the same on every call. */
  CoordinateRule rule();
}
