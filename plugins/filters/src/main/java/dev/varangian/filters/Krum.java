package dev.varangian.filters;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter;
import dev.varangian.spi.filter.Symmetry;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Takes the vector that is nearest to its neighbours: the one whose sum of squared distances to its
 * n-f-2 nearest others is least (Blanchard et al. 2017).
 *
 * <p>Published codes differ in how many neighbours count and in what is added up; {@link KrumScore}
 * lists them.
 */
public final class Krum implements RowFilter {

  /** The parameters of {@code krum}. */
  public record Parameters(
      @Param(value = KrumScore.Neighbours.MEANING, byDefault = "n-f-2")
          KrumScore.Neighbours neighbours,
      @Param(value = KrumScore.Distance.MEANING, byDefault = "squared")
          KrumScore.Distance distance) {}

  private final KrumScore score;

  @Inject
  Krum(Geometry geometry, Parameters parameters) {
    this.score = new KrumScore(geometry, parameters.neighbours(), parameters.distance());
  }

  @Override
  public Condition hardBound() {
    return score.hardBound();
  }

  @Override
  public Condition resilience() {
    return score.resilience();
  }

  @Override
  public Set<Symmetry> symmetries() {
    return Set.of(Symmetry.PERMUTATION, Symmetry.TRANSLATION, Symmetry.SCALE);
  }

  @Override
  public Needs needs() {
    return Needs.SQUARED_DISTANCES;
  }

  @Override
  public double[] weights(Points points) {
    return score.averageOfBest(1, points);
  }
}
