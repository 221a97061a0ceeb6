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
      @Param(value = KrumScore.Neighbours.MEANING, byDefault = "n-f-2")
          KrumScore.Neighbours neighbours,
      @Param(value = KrumScore.Distance.MEANING, byDefault = "squared")
          KrumScore.Distance distance) {}

  private final KrumScore score;
  private final int largest;
  private final int m;

  @Inject
  MultiKrum(Geometry geometry, Parameters parameters) {
    this.score = new KrumScore(geometry, parameters.neighbours(), parameters.distance());
    this.largest = geometry.n() - geometry.f();
    this.m = parameters.m().equals(ALL) ? largest : number(parameters.m());
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
    return score.hardBound().met()
        ? new Condition("m <= n-f (m = " + m + ")", m <= largest)
        : score.hardBound();
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
    return score.averageOfBest(m, points);
  }
}
