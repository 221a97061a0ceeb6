package dev.varangian.cli.reference;

import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.GradientFault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.fault.MessageFault;
import dev.varangian.spi.filter.CoordinateFilter;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.filter.RowFilter;
import java.util.List;
import java.util.Optional;

/**
 * Something that a component says of itself by its methods.
 *
 * @param key for programs, in snake case
 * @param label for readers
 * @param text what it says
 */
public record Trait(String key, String label, String text) {

  /**
   * What a filter asks of n and f, and how its cost grows with the number n of vectors and their
   * length d.
   */
  static List<Trait> of(GradientFilter filter) {
    return List.of(
        new Trait("hard_bound", "Hard bound", filter.hardBound().text()),
        new Trait("resilience_condition", "Resilience", filter.resilience().text()),
        new Trait("cost", "Cost", cost(filter)));
  }

  /** What a pre-aggregator asks of n and f, how many vectors it leaves, and its cost. */
  static List<Trait> of(PreAggregator rule) {
    return List.of(
        new Trait("hard_bound", "Hard bound", rule.hardBound().text()),
        new Trait("mixtures", "Mixtures", rule.count() + " of n = 10 vectors"),
        new Trait("cost", "Cost", cost(rule.needs())));
  }

  private static String cost(GradientFilter filter) {
    if (filter instanceof RowFilter rule) {
      return cost(rule.needs());
    }
    return filter instanceof CoordinateFilter
        ? "O(d n log^2 n), for sorting each coordinate's values by a network"
        : "its own: it reads the vectors by itself";
  }

  private static String cost(RowFilter.Needs needs) {
    return switch (needs) {
      case NOTHING -> "O(nd), for the weighted sum of the vectors";
      case SQUARED_NORMS -> "O(nd), for the norms and the weighted sum";
      case REFERENCE_DISTANCES -> "O(n d), for the distances to each reference";
      case SQUARED_DISTANCES -> "O(n^2 d), for the distances of all pairs";
    };
  }

  /** What a fault acts on, and what it knows. */
  static List<Trait> of(Fault fault) {
    Trait bound = new Trait("hard_bound", "Hard bound", fault.hardBound().text());
    Trait place = new Trait("acts_on", "Acts on", place(fault));
    return knowledge(fault)
        .map(Trait::text)
        .map(text -> List.of(place, new Trait("knows", "Knows", text), bound))
        .orElse(List.of(place, bound));
  }

  private static String place(Fault fault) {
    if (fault instanceof DataFault) {
      return "the agent's data, before its gradient is computed";
    }
    return fault instanceof GradientFault
        ? "the agent's gradient"
        : "the message that carries the gradient";
  }

  private static Optional<Knowledge> knowledge(Fault fault) {
    if (fault instanceof GradientFault forger) {
      return Optional.of(forger.knows());
    }
    return fault instanceof MessageFault sender ? Optional.of(sender.knows()) : Optional.empty();
  }

  private static String text(Knowledge knowledge) {
    return switch (knowledge) {
      case NOTHING -> "nothing but the round and which agent it is";
      case OWN_GRADIENT -> "its own correct gradient";
      case ALL_GRADIENTS -> "its own correct gradient and those of all honest agents";
      case FILTER -> "all correct gradients, and the server's filter, which it can try out";
    };
  }
}
