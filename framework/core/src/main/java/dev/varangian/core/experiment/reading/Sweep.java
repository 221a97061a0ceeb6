package dev.varangian.core.experiment.reading;

import dev.varangian.core.experiment.Key;
import dev.varangian.core.experiment.yaml.Node;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.experiment.yaml.Problems;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The swept keys and their values.
 *
 * @param axes in the order of the file
 * @param broken keys with an invalid sweep
 */
record Sweep(List<Axis> axes, Set<Key> broken) {
  private static final long MOST_RUNS = 100_000;

  /** One swept key: its place in the file and its values. */
  record Axis(KeyPath path, Origin key, List<Node> values) {}

  /** Returns the sweep of a flat mapping; adds problems. */
  static Sweep read(Node.Mapping flat, Problems problems) {
    List<Axis> axes = new ArrayList<>();
    Set<Key> broken = EnumSet.noneOf(Key.class);
    flat.entries()
        .forEach(
            (text, entry) -> {
              Optional<KeyPath> path = KeyPath.of(text, entry.key(), problems);
              Optional<Axis> axis = path.flatMap(place -> axis(place, entry, problems));
              axis.ifPresent(axes::add);
              if (axis.isEmpty()) {
                path.ifPresent(place -> broken.add(place.key()));
              }
            });
    Sweep sweep = new Sweep(axes, broken);
    if (sweep.size() > MOST_RUNS) {
      problems.add(
          flat.origin(), "expected at most " + MOST_RUNS + " combinations, not " + sweep.size());
      return new Sweep(List.of(), EnumSet.allOf(Key.class));
    }
    return sweep;
  }

  private static Optional<Axis> axis(KeyPath path, Node.Entry entry, Problems problems) {
    int before = problems.added();
    Node node = entry.value();
    if (!path.key().canBeSwept()) {
      problems.add(entry.key(), path.key().label() + " cannot be swept");
    } else if (path.parameter().equals("name")) {
      problems.add(
          entry.key(), "expected " + path.key().label() + ": a component is swept as a whole");
    } else if (!(node instanceof Node.Sequence sequence)) {
      problems.add(node.origin(), "expected a list of values, not " + node.description());
    } else if (sequence.items().isEmpty()) {
      problems.add(node.origin(), "expected a list of values, found an empty list");
    } else {
      for (Node item : sequence.items()) {
        if (item.isNull()) {
          problems.add(item.origin(), "expected a value, found none");
        }
      }
      if (problems.added() == before) {
        return Optional.of(new Axis(path, entry.key(), sequence.items()));
      }
    }
    return Optional.empty();
  }

  /** Flattens nested mappings of a sweep to dotted paths; a duplicate path is a problem. */
  static Node.Mapping flat(Node.Mapping nested, Problems problems) {
    Map<String, Node.Entry> flat = new LinkedHashMap<>();
    flatten("", nested, flat, problems);
    return new Node.Mapping(nested.origin(), flat);
  }

  private static void flatten(
      String prefix, Node.Mapping nested, Map<String, Node.Entry> flat, Problems problems) {
    nested
        .entries()
        .forEach(
            (key, entry) -> {
              if (entry.value() instanceof Node.Mapping inner && !inner.entries().isEmpty()) {
                flatten(prefix + key + ".", inner, flat, problems);
              } else if (flat.putIfAbsent(prefix + key, entry) != null) {
                problems.add(entry.key(), "duplicate key");
              }
            });
  }

  /** Returns the number of combinations; at most {@link Long#MAX_VALUE}. */
  long size() {
    long size = 1;
    for (Axis axis : axes) {
      if (size > Long.MAX_VALUE / axis.values().size()) {
        return Long.MAX_VALUE;
      }
      size *= axis.values().size();
    }
    return size;
  }

  /**
   * Returns the index of each axis's value in combination {@code index}; the last axis changes
   * fastest.
   */
  int[] places(int index) {
    int[] places = new int[axes.size()];
    int rest = index;
    for (int axis = axes.size() - 1; axis >= 0; axis--) {
      int values = axes.get(axis).values().size();
      places[axis] = rest % values;
      rest /= values;
    }
    return places;
  }
}
