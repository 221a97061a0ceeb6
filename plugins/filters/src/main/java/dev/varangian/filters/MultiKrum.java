package dev.varangian.filters;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter;
import dev.varangian.spi.filter.Symmetry;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Averages the m vectors of smallest Krum score.
 *
 * <p>Formula: {@code F = (1/m) sum of the m x_i of smallest s_i, s_i = sum of ||x_i - x_j||^2 over
 * the n-f-2 x_j nearest to x_i}.
 *
 * <p>Source: Blanchard et al. 2017, section 4.
 *
 * <p>Example: {@code f = 1, m = 2: (0, 0), (1, 0), (3, 0), (0, 3), (9, 9) -> (0.5, 0)} (two
 * neighbours count; the scores are 10, 5, 13, 19 and 234; the mean of (1, 0) and (0, 0)).
 *
 * <p>Cost: O(n^2 d), for the distances of all pairs. Condition: computable for n &gt;= f+3, with
 * other neighbours less, and m &lt;= n-f; resilient for n &gt;= 2f+3.
 *
 * <p>Variants: m = n-f unless given, and m = 2 in the experiments of the CGE paper; neighbours and
 * distance as for krum.
 */
public final class MultiKrum implements RowFilter {
  private static final String ALL = "n-f";

  static Component<GradientFilter> declaration() {
    return Component.filter("multi-krum", MultiKrum.class)
        .summary("Averages the m vectors of smallest Krum score")
        .formula(
            "F = (1/m) sum of the m x_i of smallest s_i, s_i = sum of ||x_i - "
                + "x_j||^2 over the n-f-2 x_j nearest to x_i")
        .source("Blanchard et al. 2017, section 4")
        .cost("O(n^2 d), for the distances of all pairs")
        .variants(
            "m = n-f unless given, and m = 2 in the experiments of the CGE paper; "
                + "neighbours and distance as for krum")
        .example(
            "f = 1, m = 2: (0, 0), (1, 0), (3, 0), (0, 3), (9, 9) -> (0.5, 0)",
            "two neighbours count; the scores are 10, 5, 13, 19 and 234; the mean "
                + "of (1, 0) and (0, 0)");
  }

  /** The parameters of {@code multi-krum}. */
  public record Parameters(
      @Param(
              value = "how many vectors are averaged: a number from 1 to n-f, or n-f",
              defaultValue = ALL)
          String m,
      @Param(value = KrumScore.Neighbours.MEANING, defaultValue = "n-f-2")
          KrumScore.Neighbours neighbours,
      @Param(value = KrumScore.Distance.MEANING, defaultValue = "squared")
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
    return Symmetry.USUAL;
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
