package dev.varangian.filters;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.filter.CoordinateFilter;
import dev.varangian.spi.filter.Symmetry;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * The coordinate-wise median (Yin et al. 2018).
 *
 * <p>For even n the two middle values are averaged, as NumPy, ByzFL, Blades and epfml do, or the
 * lower one is taken, as torch.median, ByzantineMomentum and Garfield do.
 */
public final class Median implements CoordinateFilter {
  /** What the median of an even number of values is. */
  public enum Even {
    /** The mean of the two middle values. */
    MEAN,
    /** The lower one of them. */
    LOWER
  }

  /** The parameters of {@code median}. */
  public record Parameters(
      @Param(
              value = "for even n: the mean of the two middle values, or the lower one",
              byDefault = "mean")
          Even even) {}

  private final Geometry geometry;
  private final Even even;

  @Inject
  Median(Geometry geometry, Parameters parameters) {
    this.geometry = geometry;
    this.even = parameters.even();
  }

  @Override
  public Condition resilience() {
    return new Condition("n > 2f", geometry.n() > 2L * geometry.f());
  }

  @Override
  public Set<Symmetry> symmetries() {
    return Set.of(Symmetry.PERMUTATION, Symmetry.TRANSLATION, Symmetry.SCALE);
  }

  @Override
  public Span span() {
    int lower = (geometry.n() - 1) / 2;
    return new Span(lower, even == Even.MEAN ? geometry.n() / 2 : lower);
  }
}
