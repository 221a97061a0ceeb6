package dev.varangian.filters;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.CoordinateFilter;
import dev.varangian.spi.filter.Symmetry;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * The coordinate-wise trimmed mean: in each coordinate the f least and the f greatest values are
 * dropped and the rest averaged (Yin et al. 2018; CGE paper, eq. 24).
 */
public final class Cwtm implements CoordinateFilter {
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
    return Set.of(Symmetry.PERMUTATION, Symmetry.TRANSLATION, Symmetry.SCALE);
  }

  @Override
  public Span span() {
    return new Span(geometry.f(), geometry.n() - geometry.f() - 1);
  }
}
