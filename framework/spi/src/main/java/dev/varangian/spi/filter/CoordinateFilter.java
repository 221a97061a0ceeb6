package dev.varangian.spi.filter;

/**
 * A filter that averages some of each coordinate's n values, the same rule in every coordinate. The
 * framework sorts and averages.
 */
@FunctionalInterface
public non-sealed interface CoordinateFilter extends GradientFilter {

  /** Which of a coordinate's values are averaged; the same at every call. */
  CoordinateRule rule();
}
