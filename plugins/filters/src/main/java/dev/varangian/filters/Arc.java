package dev.varangian.filters;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.filter.RowFilter.Needs;
import jakarta.inject.Inject;
import java.util.stream.IntStream;

/**
 * Adaptive robust clipping: shortens the k longest vectors to the length of the next.
 *
 * <p>Formula: {@code y_i = min(1, c/||x_i||) x_i, c = the (k+1)-th largest ||x_i||, k = floor(2
 * (f/n) (n-f))}.
 *
 * <p>Source: Allouah et al. 2024, algorithm 2.
 *
 * <p>Example: {@code f = 1: (3, 4), (1, 0), (0, 2), (6, 8) -> (3, 4), (1, 0), (0, 2), (3, 4)} (k =
 * floor(1.5) = 1; the norms are 5, 1, 2 and 10, so 10 becomes 5).
 *
 * <p>Cost: O(nd), for the norms. Condition: computable for n &gt; f.
 */
public final class Arc implements PreAggregator {

  static Component<PreAggregator> declaration() {
    return Component.preAggregator("arc", Arc.class)
        .summary("Shortens the 2f(n-f)/n longest vectors to the length of the next")
        .formula(
            "y_i = min(1, c/||x_i||) x_i, c = the (k+1)-th largest ||x_i||, k = "
                + "floor(2 (f/n) (n-f))")
        .source("Allouah et al. 2024, algorithm 2")
        .cost("O(nd), for the norms")
        .example(
            "f = 1: (3, 4), (1, 0), (0, 2), (6, 8) -> (3, 4), (1, 0), (0, 2), (3, " + "4)",
            "k = floor(1.5) = 1; the norms are 5, 1, 2 and 10, so 10 becomes 5");
  }

  private final Geometry geometry;

  @Inject
  Arc(Geometry geometry) {
    this.geometry = geometry;
  }

  @Override
  public Condition hardBound() {
    return new Condition("n > f", geometry.n() > geometry.f());
  }

  @Override
  public int count() {
    return geometry.n();
  }

  @Override
  public Needs needs() {
    return Needs.SQUARED_NORMS;
  }

  @Override
  public double[][] mix(Points points) {
    int n = points.count();
    long f = geometry.f();
    int clipped = (int) (2 * f * (n - f) / n); // at most n/2
    double[] norms = IntStream.range(0, n).mapToDouble(points::squaredNorm).sorted().toArray();
    return Clipping.clipped(points, Math.sqrt(norms[n - 1 - clipped]));
  }
}
