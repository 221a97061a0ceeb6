package dev.varangian.filters;

import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.filter.RowFilter.Needs;
import jakarta.inject.Inject;

/** Shortens every vector that is longer than c to that length: min(1, c/||x||) x. */
public final class Clipping implements PreAggregator {

  /** The parameters of {@code clipping}. */
  public record Parameters(
      @Param(value = "c, how long a vector may be", byDefault = "2", min = Double.MIN_VALUE)
          double threshold) {}

  private final Geometry geometry;
  private final double threshold;

  @Inject
  Clipping(Geometry geometry, Parameters parameters) {
    this.geometry = geometry;
    this.threshold = parameters.threshold();
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
    return clipped(points, threshold);
  }

  /** The weights that shorten the longer ones to {@code longest}. */
  static double[][] clipped(Points points, double longest) {
    double[][] mix = new double[points.count()][points.count()];
    for (int i = 0; i < mix.length; i++) {
      double norm = Math.sqrt(points.squaredNorm(i));
      mix[i][i] = norm <= longest ? 1 : longest / norm;
    }
    return mix;
  }
}
