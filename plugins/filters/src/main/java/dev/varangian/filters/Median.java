package dev.varangian.filters;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.filter.CoordinateFilter;
import dev.varangian.spi.filter.CoordinateRule;
import dev.varangian.spi.filter.CoordinateRule.Span;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Symmetry;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * The coordinate-wise median.
 *
 * <p>Formula: {@code F_j = (x_(k),j + x_(n+1-k),j) / 2, k = floor((n+1)/2), where x_(1),j <= ... <=
 * x_(n),j are the sorted values of coordinate j}.
 *
 * <p>Source: Yin et al. 2018, definition 1.
 *
 * <p>Example: {@code f = 1: (0, 7), (2, 3), (4, 1), (50, 5) -> (3, 4)} (the middle values are 2 and
 * 4, and 3 and 5; lower gives (2, 3)).
 *
 * <p>Cost: O(d n log^2 n), for sorting each coordinate by a network. Condition: resilient for n
 * &gt; 2f.
 *
 * <p>Variants: for even n, mean takes the mean of the two middle values, as NumPy, ByzFL, Blades
 * and epfml, and lower the lower one, as torch.median, ByzantineMomentum and Garfield.
 */
public final class Median implements CoordinateFilter {

  static Component<GradientFilter> declaration() {
    return Component.filter("median", Median.class)
        .summary("Takes the median of each coordinate")
        .formula(
            "F_j = (x_(k),j + x_(n+1-k),j) / 2, k = floor((n+1)/2), where x_(1),j "
                + "<= ... <= x_(n),j are the sorted values of coordinate j")
        .source("Yin et al. 2018, definition 1")
        .cost("O(d n log^2 n), for sorting each coordinate by a network")
        .variants(
            "for even n, mean takes the mean of the two middle values, as NumPy, "
                + "ByzFL, Blades and epfml, and lower the lower one, as torch.median, "
                + "ByzantineMomentum and Garfield")
        .example(
            "f = 1: (0, 7), (2, 3), (4, 1), (50, 5) -> (3, 4)",
            "the middle values are 2 and 4, and 3 and 5; lower gives (2, 3)");
  }

  /** How the median of an even number of values is defined. */
  public enum Even {
    /** The mean of the two middle values. */
    MEAN,
    /** The lower of the two middle values. */
    LOWER
  }

  /** The parameters of {@code median}. */
  public record Parameters(
      @Param(
              value = "for even n: the mean of the two middle values, or the lower one",
              defaultValue = "mean")
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
    return Symmetry.USUAL;
  }

  @Override
  public CoordinateRule rule() {
    Span middle = Span.median(geometry.n());
    return even == Even.MEAN ? middle : new Span(middle.first(), middle.first());
  }
}
