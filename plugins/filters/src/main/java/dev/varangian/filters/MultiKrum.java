package dev.varangian.filters;

import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter;
import dev.varangian.spi.filter.Symmetry;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Averages the m vectors of least Krum score (Blanchard et al. 2017, section 4): all n-f unless m
 * is given; the CGE paper's experiments have m = 2.
 */
public final class MultiKrum implements RowFilter {
  private static final String ALL = "n-f";

  /** The parameters of {@code multi-krum}. */
  public record Parameters(
      @Param(
              value = "how many vectors are averaged: a number from 1 to n-f, or n-f",
              byDefault = ALL)
          String m,
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
  private final int m;

  @Inject
  MultiKrum(Geometry geometry, Parameters parameters) {
    this.geometry = geometry;
    this.parameters = parameters;
    this.m = parameters.m().equals(ALL) ? geometry.n() - geometry.f() : number(parameters.m());
  }

  private static int number(String text) {
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new ConfigurationException(
          "m", "expected a whole number of at least 1, or n-f, not \"" + text + '"');
    }
    return Integer.parseInt(text);
  }

  @Override
  public Condition hardBound() {
    Condition scores = KrumScores.bound(geometry, parameters.neighbours());
    return scores.met()
        ? new Condition("m <= n-f (m = " + m + ")", m <= geometry.n() - geometry.f())
        : scores;
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
    new KrumScores(geometry, parameters.neighbours(), parameters.distance())
        .best(points, m)
        .forEach(i -> weights[i] = 1.0 / m);
    return weights;
  }
}
