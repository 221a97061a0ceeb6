package dev.varangian.filters;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter;
import dev.varangian.spi.filter.Symmetry;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * The geometric median: the point with the smallest sum of distances to the vectors, converged. If
 * several points are medians, as those between the two middle vectors of an even number on a line,
 * the result is the mean of the vectors that are medians.
 *
 * <p>Formula: {@code F = argmin_y sum_i ||y - x_i||}.
 *
 * <p>Source: Chen, Su, Xu 2017; Weiszfeld 1937; Vardi, Zhang 2000.
 *
 * <p>Example: {@code f = 1: (0, 1), (4, 1), (1, 0), (1, 6) -> (1, 1)} (the median of four corners
 * is where the diagonals meet, here x = 1 and y = 1).
 *
 * <p>Cost: O(n^2 d) for the distances, then O(n^3) in each of a few steps. Condition: resilient for
 * n &gt; 2f.
 *
 * <p>Variants: other codes stop before it converges: ByzFL and epfml after 3 smoothed Weiszfeld
 * steps from 0, Blades after at most 100 from the mean.
 */
public final class GeoMed implements RowFilter {

  static Component<GradientFilter> declaration() {
    return Component.filter("geomed", GeoMed.class)
        .summary("Takes the geometric median, converged")
        .formula("F = argmin_y sum_i ||y - x_i||")
        .source("Chen, Su, Xu 2017; Weiszfeld 1937; Vardi, Zhang 2000")
        .cost("O(n^2 d) for the distances, then O(n^3) in each of a few steps")
        .variants(
            "other codes stop before it converges: ByzFL and epfml after 3 "
                + "smoothed Weiszfeld steps from 0, Blades after at most 100 from the "
                + "mean")
        .example(
            "f = 1: (0, 1), (4, 1), (1, 0), (1, 6) -> (1, 1)",
            "the median of four corners is where the diagonals meet, here x = 1 " + "and y = 1");
  }

  private final Geometry geometry;

  @Inject
  GeoMed(Geometry geometry) {
    this.geometry = geometry;
  }

  @Override
  public Condition resilience() {
    return new Condition("n > 2f", geometry.n() > 2L * geometry.f());
  }

  @Override
  public Set<Symmetry> symmetries() {
    return Symmetry.USUAL;
  }

  @Override
  public Needs needs() {
    return Needs.SQUARED_DISTANCES;
  }

  @Override
  public double[] weights(Points points) {
    return GeometricMedian.of(points);
  }
}
