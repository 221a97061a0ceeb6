package dev.varangian.core.aggregation;

import dev.varangian.core.component.Calls;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter.Needs;
import java.util.List;
import java.util.function.Function;

/**
 * The mixtures of the received vectors that pre-aggregators form.
 *
 * @param weights mixture k is the sum of {@code weights[k][i]} times vector i
 */
record Mixture(double[][] weights) {

  /**
   * Applies pre-aggregators one after another, without forming the intermediate vectors.
   *
   * @param rules at least one
   * @param received the received vectors as points, with the quantities that the first rule needs
   */
  static Mixture of(
      List<ActivePreAggregator> rules, Function<Needs, Points> received, Calls calls) {
    Points points = received.apply(rules.get(0).needs(calls));
    double[][] weights = rules.get(0).mix(points, calls);
    for (ActivePreAggregator rule : rules.subList(1, rules.size())) {
      Points mixtures = new PointsOfSums(points, weights, ReferenceRows.NONE, rule.needs(calls));
      weights = product(rule.mix(mixtures, calls), weights);
    }
    return new Mixture(weights);
  }

  /** The weights of the mixtures and, after them, of each reference by itself. */
  double[][] withReferences(int references) {
    int received = weights[0].length;
    double[][] all = new double[weights.length + references][received + references];
    for (int k = 0; k < weights.length; k++) {
      System.arraycopy(weights[k], 0, all[k], 0, received);
    }
    for (int r = 0; r < references; r++) {
      all[weights.length + r][received + r] = 1;
    }
    return all;
  }

  /** Converts weights of the mixtures into weights of the mixed vectors. */
  double[] pulledBack(double[] ofMixtures) {
    return product(new double[][] {ofMixtures}, weights)[0];
  }

  /** The product of two matrices; zero factors are skipped. */
  static double[][] product(double[][] left, double[][] right) {
    double[][] product = new double[left.length][right[0].length];
    for (int i = 0; i < left.length; i++) {
      for (int k = 0; k < right.length; k++) {
        double factor = left[i][k];
        for (int j = 0; factor != 0 && j < product[i].length; j++) {
          product[i][j] += factor * right[k][j];
        }
      }
    }
    return product;
  }
}
