package dev.varangian.conformance.filter.trial;

import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.filter.RowFilter;
import dev.varangian.spi.filter.Symmetry;
import java.util.Set;

/**
 * The sum of a pre-aggregator's mixtures, each with a different weight, so that an error in any of
 * them shows.
 */
public record SumOfMixtures(PreAggregator rule) implements RowFilter {

  @Override
  public Condition hardBound() {
    return rule.hardBound();
  }

  @Override
  public Condition resilience() {
    return rule.hardBound();
  }

  @Override
  public Set<Symmetry> symmetries() {
    return Set.of();
  }

  @Override
  public Needs needs() {
    return rule.needs();
  }

  @Override
  public double[] weights(Points points) {
    double[][] mix = rule.mix(points);
    int n = points.count();
    if (mix.length != rule.count()) {
      throw new Violation(
          "it gives " + mix.length + " mixtures of " + n + " vectors",
          "one for each of its count, " + rule.count());
    }
    double[] weights = new double[n];
    for (int k = 0; k < mix.length; k++) {
      if (mix[k].length != n) {
        throw new Violation(
            "it gives " + mix[k].length + " weights for " + n + " vectors", "one for each");
      }
      double part = 2.0 * (k + 1) / (mix.length * (mix.length + 1.0));
      for (int i = 0; i < n; i++) {
        weights[i] += part * mix[k][i];
      }
    }
    return weights;
  }
}
