package dev.varangian.core.experiment.reading;

import dev.varangian.core.experiment.Key;
import dev.varangian.core.experiment.yaml.Node;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.experiment.yaml.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An experiment before its values are read: its keys, and separately its sweep by dotted paths. */
record Draft(Node.Mapping root, Node.Mapping sweep) {

  /** Splits a document into keys and sweep; unknown and empty keys are dropped. */
  static Draft of(Node.Mapping document, Problems problems) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    document
        .entries()
        .forEach(
            (label, entry) -> {
              if (label.equals(Key.FIGURE)) {
                problems.add(entry.key(), "this is a figure; use varangian reproduce");
              } else if (Key.of(label).isEmpty()) {
                problems.add(entry.key(), KeyPath.unknown(label, Key.labels()));
              } else if (!entry.value().isNull()) {
                entries.put(label, entry);
              }
            });
    Node.Entry sweep = entries.remove(Key.SWEEP.label());
    Node.Mapping nothing = new Node.Mapping(document.origin(), Map.of());
    return new Draft(
        new Node.Mapping(document.origin(), entries),
        sweep == null ? nothing : sweep(sweep.value(), nothing, problems));
  }

  private static Node.Mapping sweep(Node node, Node.Mapping nothing, Problems problems) {
    if (node instanceof Node.Mapping mapping) {
      return Sweep.flat(mapping, problems);
    }
    if (!node.isNull()) {
      problems.add(node.origin(), "expected keys with lists of values, not " + node.description());
    }
    return nothing;
  }

  /**
   * Returns this draft with a value from the command line. A value for a swept key replaces its
   * sweep.
   */
  Draft with(Setting setting, ComponentReader components, Problems problems) {
    String path = setting.path();
    String swept = Key.SWEEP.label() + ".";
    if (path.equals(Key.SWEEP.label())) {
      return new Draft(
          root, sweep(setting.value(), new Node.Mapping(root.origin(), Map.of()), problems));
    }
    if (path.startsWith(swept)) {
      return new Draft(root, withSwept(path.substring(swept.length()), setting, problems));
    }
    return KeyPath.of(path, setting.origin(), problems)
        .map(place -> withValue(place, setting, components, problems))
        .orElse(this);
  }

  private Node.Mapping withSwept(String path, Setting setting, Problems problems) {
    if (setting.value() instanceof Node.Mapping nested) {
      Map<String, Node.Entry> outer = Map.of(path, new Node.Entry(setting.origin(), nested));
      Node.Mapping changed = sweep;
      for (Map.Entry<String, Node.Entry> each :
          Sweep.flat(new Node.Mapping(setting.origin(), outer), problems).entries().entrySet()) {
        changed = changed.with(each.getKey(), each.getValue());
      }
      return changed;
    }
    return setting.value().isNull()
        ? sweep.without(path)
        : sweep.with(path, new Node.Entry(setting.origin(), setting.value()));
  }

  private Draft withValue(
      KeyPath place, Setting setting, ComponentReader components, Problems problems) {
    if (!place.isWhole() && sweep.entries().containsKey(place.key().label())) {
      problems.add(
          setting.origin(), "it has no effect, because " + place.key().label() + " is swept");
    }
    Node.Entry entry = new Node.Entry(setting.origin(), setting.value());
    return new Draft(put(root, place, entry, components), sweep.without(place.toString()));
  }

  /** Returns the keys with one value for each axis of the sweep. */
  Node.Mapping combination(Sweep grid, int[] places, ComponentReader components) {
    Node.Mapping combined = root;
    // Components first, so that a parameter is set in the component of this combination.
    for (boolean whole : List.of(true, false)) {
      for (int i = 0; i < places.length; i++) {
        Sweep.Axis axis = grid.axes().get(i);
        if (axis.path().isWhole() == whole) {
          Node.Entry entry = new Node.Entry(axis.key(), axis.values().get(places[i]));
          combined = put(combined, axis.path(), entry, components);
        }
      }
    }
    return combined;
  }

  private static Node.Mapping put(
      Node.Mapping mapping, KeyPath place, Node.Entry entry, ComponentReader components) {
    String label = place.key().label();
    if (place.isWhole()) {
      return entry.value().isNull() ? mapping.without(label) : mapping.with(label, entry);
    }
    Node.Entry outer = mapping.entries().get(label);
    if (outer == null) {
      Origin origin = entry.key();
      Node.Mapping only = new Node.Mapping(origin, Map.of(place.parameter(), entry));
      return mapping.with(label, new Node.Entry(origin, only));
    }
    Node component =
        outer.value() instanceof Node.Scalar scalar
            ? components.expand(place.key().kind().orElseThrow(), scalar)
            : outer.value();
    return component instanceof Node.Mapping inner
        ? mapping.with(label, new Node.Entry(outer.key(), within(inner, place.parameter(), entry)))
        : mapping;
  }

  /** A parameter of a nested record is replaced in place, nested or dotted. */
  private static Node.Mapping within(Node.Mapping mapping, String path, Node.Entry entry) {
    int dot = path.indexOf('.');
    Node.Entry nested = dot < 0 ? null : mapping.entries().get(path.substring(0, dot));
    return nested != null && nested.value() instanceof Node.Mapping inner
        ? mapping.with(
            path.substring(0, dot),
            new Node.Entry(nested.key(), within(inner, path.substring(dot + 1), entry)))
        : mapping.with(path, entry);
  }
}
