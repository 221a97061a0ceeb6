package dev.varangian.core.aggregation;

import dev.varangian.core.component.Calls;
import dev.varangian.core.component.InvalidOutputException;
import dev.varangian.core.experiment.Choice;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.filter.RowFilter.Needs;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A pre-aggregator that a run or a command applies.
 *
 * @param choice the component that error messages name
 */
public record ActivePreAggregator(PreAggregator rule, Choice<PreAggregator> choice) {

  /** The number of vectors that come out of these rules when n go in. */
  public static int count(List<ActivePreAggregator> rules, int n, Calls calls) {
    if (rules.isEmpty()) {
      return n;
    }
    ActivePreAggregator last = rules.get(rules.size() - 1);
    return calls.within(last.choice(), last.rule()::count);
  }

  /** Names the rules, for a message about the sizes that a filter sees; empty if there are none. */
  public static String after(List<ActivePreAggregator> rules) {
    return rules.isEmpty()
        ? ""
        : rules.stream()
            .map(rule -> rule.choice().component().name())
            .collect(Collectors.joining(" and ", " after ", ""));
  }

  public Needs needs(Calls calls) {
    return calls.within(choice, rule::needs);
  }

  /** The weights of the mixtures. */
  public double[][] mix(Points points, Calls calls) {
    return calls.within(choice, () -> checked(rule.mix(points), points.count()));
  }

  private double[][] checked(double[][] weights, int n) {
    if (weights.length != rule.count()) {
      throw new InvalidOutputException(
          "it gave " + weights.length + " mixtures, and its count is " + rule.count());
    }
    return Arrays.stream(weights).map(row -> Weights.checked(row, n)).toArray(double[][]::new);
  }
}
