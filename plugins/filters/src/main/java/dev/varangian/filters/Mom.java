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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The geometric median of means: l groups of n/l successive agents, the mean of each group, the
 * geometric median of the means.
 *
 * <p>Formula: {@code F = argmin_y sum_g ||y - m_g||, m_g the mean of group g}.
 *
 * <p>Source: Chen, Su, Xu 2017, algorithm 2.
 *
 * <p>Example: {@code f = 1: (0, 0), (2, 2), (2, 4), (4, 2), (90, 90), (8, 8) -> (3, 3)} (l = 3: the
 * means are (1, 1), (3, 3) and (49, 49), on a line; the median is the middle one).
 *
 * <p>Cost: O(l n d), for the distances of the means. Condition: resilient for l &gt; 2f: fewer than
 * half the groups have a faulty agent.
 *
 * <p>Variants: groups sets l, a divisor of n; RCL shuffles the agents first.
 */
public final class Mom implements RowFilter {

  static Component<GradientFilter> declaration() {
    return Component.filter("mom", Mom.class)
        .summary("Takes the geometric median of the means of groups of agents")
        .formula("F = argmin_y sum_g ||y - m_g||, m_g the mean of group g")
        .source("Chen, Su, Xu 2017, algorithm 2")
        .cost("O(l n d), for the distances of the means")
        .variants("groups sets l, a divisor of n; RCL shuffles the agents first")
        .example(
            "f = 1: (0, 0), (2, 2), (2, 4), (4, 2), (90, 90), (8, 8) -> (3, 3)",
            "l = 3: the means are (1, 1), (3, 3) and (49, 49), on a line; the "
                + "median is the middle one");
  }

  /** The parameters of {@code mom}. */
  public record Parameters(
      @Param(
              value =
                  "the number of groups l, a divisor of n; 0 for the smallest divisor above 2f, or"
                      + " n if there is none",
              defaultValue = "0",
              min = 0)
          int groups) {}

  private final Geometry geometry;
  private final int groups;

  @Inject
  Mom(Geometry geometry, Parameters parameters) {
    this.geometry = geometry;
    int n = geometry.n();
    this.groups =
        parameters.groups() > 0
            ? parameters.groups()
            : divisors(n).filter(l -> l > 2L * geometry.f()).findFirst().orElse(n);
    if (n % groups != 0) {
      throw new ConfigurationException(
          "groups",
          groups
              + " does not divide n = "
              + n
              + ": expected one of "
              + divisors(n).mapToObj(String::valueOf).collect(Collectors.joining(", ")));
    }
  }

  private static IntStream divisors(int n) {
    return IntStream.rangeClosed(1, n).filter(l -> n % l == 0);
  }

  @Override
  public Condition resilience() {
    return new Condition("groups > 2f", groups > 2L * geometry.f());
  }

  @Override
  public Set<Symmetry> symmetries() {
    return Set.of(Symmetry.TRANSLATION, Symmetry.SCALE);
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING;
  }

  @Override
  public double[] weights(Points points) {
    int size = points.count() / groups;
    double[][] means = new double[groups][points.count()];
    for (int i = 0; i < points.count(); i++) {
      means[i / size][i] = 1.0 / size;
    }
    double[] median = GeometricMedian.ofSums(points, means);
    return IntStream.range(0, points.count()).mapToDouble(i -> median[i / size] / size).toArray();
  }
}
