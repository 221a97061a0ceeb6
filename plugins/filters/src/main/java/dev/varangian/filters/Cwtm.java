package dev.varangian.filters;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.CoordinateFilter;
import dev.varangian.spi.filter.CoordinateRule;
import dev.varangian.spi.filter.CoordinateRule.Span;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Symmetry;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * The coordinate-wise trimmed mean: drops the f smallest and the f largest values of each
 * coordinate and averages the others.
 *
 * <p>Formula: {@code F_j = (x_(f+1),j + ... + x_(n-f),j) / (n-2f), where x_(1),j <= ... <= x_(n),j
 * are the sorted values of coordinate j}.
 *
 * <p>Source: Yin et al. 2018, definition 2; Gupta, Liu, Vaidya 2020, eq. 24.
 *
 * <p>Example: {@code f = 1: (1, 10), (2, 0), (4, 6), (9, 4) -> (3, 5)} (2 and 4 are left of 1, 2,
 * 4, 9, and 4 and 6 of 0, 4, 6, 10).
 *
 * <p>Cost: O(d n log^2 n), for sorting each coordinate by a network. Condition: computable and
 * resilient for n &gt; 2f.
 *
 * <p>Variants: Flower cuts int(beta n) values at each end instead of f.
 */
public final class Cwtm implements CoordinateFilter {

  static Component<GradientFilter> declaration() {
    return Component.filter("cwtm", Cwtm.class)
        .summary("Averages each coordinate without its f smallest and f largest values")
        .formula(
            "F_j = (x_(f+1),j + ... + x_(n-f),j) / (n-2f), where x_(1),j <= ... <= "
                + "x_(n),j are the sorted values of coordinate j")
        .source("Yin et al. 2018, definition 2; Gupta, Liu, Vaidya 2020, eq. 24")
        .cost("O(d n log^2 n), for sorting each coordinate by a network")
        .variants("Flower cuts int(beta n) values at each end instead of f")
        .example(
            "f = 1: (1, 10), (2, 0), (4, 6), (9, 4) -> (3, 5)",
            "2 and 4 are left of 1, 2, 4, 9, and 4 and 6 of 0, 4, 6, 10");
  }

  private final Geometry geometry;

  @Inject
  Cwtm(Geometry geometry) {
    this.geometry = geometry;
  }

  @Override
  public Condition hardBound() {
    return new Condition("n > 2f", geometry.n() > 2L * geometry.f());
  }

  @Override
  public Condition resilience() {
    return hardBound();
  }

  @Override
  public Set<Symmetry> symmetries() {
    return Symmetry.USUAL;
  }

  @Override
  public CoordinateRule rule() {
    return Span.trimmed(geometry.n(), geometry.f());
  }
}
