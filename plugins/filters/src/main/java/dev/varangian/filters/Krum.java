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
 * <p>Published codes differ in how many neighbours count and in what is added up; {@link
 * KrumScores} says who does what.
 */
public final class Krum implements RowFilter {

  /** The parameters of {@code krum}. */
  public record Parameters(
      @Param(
              value =
                  "how many nearest others count: n-f-2 as published, n-f-1 as ByzFL, ByzPy and"
                      + " ByzantineMomentum, max(1,n-f-2) as Flower",
              byDefault = KrumScores.N_F_2,
              oneOf = {KrumScores.N_F_2, KrumScores.N_F_1, KrumScores.AT_LEAST_1})
          String neighbours,
      @Param(
              value =
                  "what is added up: squared as published, euclidean as ByzantineMomentum,"
                      + " fourth-power as Blades and epfml",
              byDefault = "squared")
          KrumScores.Distance distance) {}

  private final Geometry geometry;
  private final Parameters parameters;

  @Inject
  Krum(Geometry geometry, Parameters parameters) {
    this.geometry = geometry;
    this.parameters = parameters;
  }

  @Override
  public Condition hardBound() {
    return KrumScores.bound(geometry, parameters.neighbours());
  }

  @Override
  public Condition resilience() {
    return KrumScores.resilience(geometry);
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
    double[] weights = new double[points.count()];
    int best =
        new KrumScores(geometry, parameters.neighbours(), parameters.distance())
            .best(points, 1)
            .get(0);
    weights[best] = 1;
    return weights;
  }
}
