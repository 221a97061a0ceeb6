package dev.varangian.core.simulation;

import dev.varangian.core.experiment.Choice;
import dev.varangian.spi.Points;
import dev.varangian.spi.PreAggregator;
import dev.varangian.spi.RowFilter.Needs;
import java.util.Arrays;
import java.util.List;

/**
 * A pre-aggregator that a run or a command applies.
 *
 * @param choice what it is called by where it fails
 */
public record ActivePreAggregator(PreAggregator rule, Choice<PreAggregator> choice) {

  /** How many vectors of n are left behind these. */
  static int count(List<ActivePreAggregator> rules, int n, Calls calls) {
    if (rules.isEmpty()) {
      return n;
    }
    ActivePreAggregator last = rules.get(rules.size() - 1);
    return calls.within(last.choice(), last.rule()::count);
  }

  Needs needs(Calls calls) {
    return calls.within(choice, rule::needs);
  }

  /** The weights of the mixtures. */
  double[][] mix(Points points, Calls calls) {
    return calls.within(choice, () -> checked(rule.mix(points), points.count()));
  }

  private double[][] checked(double[][] weights, int n) {
    if (weights.length != rule.count()) {
      throw new UnfitException(
          "it gave " + weights.length + " mixtures, and its count is " + rule.count());
    }
    double[][] own = new double[weights.length][];
    for (int k = 0; k < weights.length; k++) {
      if (weights[k].length != n) {
        throw new UnfitException("it gave " + weights[k].length + " weights for " + n + " vectors");
      }
      if (!Arrays.stream(weights[k]).allMatch(Double::isFinite)) {
        throw new UnfitException("it gave the weights " + Arrays.toString(weights[k]));
      }
      own[k] = weights[k].clone();
    }
    return own;
  }
}
