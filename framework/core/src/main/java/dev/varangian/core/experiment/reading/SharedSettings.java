package dev.varangian.core.experiment.reading;

import dev.varangian.core.experiment.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The common part of several trees. */
final class SharedSettings {
  private SharedSettings() {}

  /**
   * Returns the part that all {@code nodes} share; empty if there is none. Mappings share the keys
   * with equal values; lists must be equal.
   *
   * @param nodes at least one
   */
  static Optional<Node> of(List<? extends Node> nodes) {
    Node first = nodes.get(0);
    if (nodes.stream().anyMatch(node -> node.getClass() != first.getClass())) {
      return Optional.empty();
    }
    if (first instanceof Node.Mapping mapping) {
      return Optional.of(mapping(mapping, nodes));
    }
    if (first instanceof Node.Sequence sequence) {
      return sequence(sequence, nodes);
    }
    return nodes.stream().allMatch(first::equals) ? Optional.of(first) : Optional.empty();
  }

  private static Node mapping(Node.Mapping first, List<? extends Node> nodes) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    first
        .entries()
        .forEach(
            (key, entry) -> {
              List<Node> values = new ArrayList<>();
              for (Node node : nodes) {
                Node.Entry other = ((Node.Mapping) node).entries().get(key);
                if (other == null) {
                  return;
                }
                values.add(other.value());
              }
              of(values).ifPresent(value -> entries.put(key, new Node.Entry(entry.key(), value)));
            });
    return new Node.Mapping(first.origin(), entries);
  }

  private static Optional<Node> sequence(Node.Sequence first, List<? extends Node> nodes) {
    List<Node> items = new ArrayList<>();
    for (int i = 0; i < first.items().size(); i++) {
      List<Node> values = new ArrayList<>();
      for (Node node : nodes) {
        List<Node> others = ((Node.Sequence) node).items();
        if (others.size() != first.items().size()) {
          return Optional.empty();
        }
        values.add(others.get(i));
      }
      Optional<Node> item = of(values);
      if (item.isEmpty()) {
        return Optional.empty();
      }
      items.add(item.get());
    }
    boolean equallyLong =
        nodes.stream().allMatch(node -> ((Node.Sequence) node).items().size() == items.size());
    return equallyLong ? Optional.of(new Node.Sequence(first.origin(), items)) : Optional.empty();
  }
}
