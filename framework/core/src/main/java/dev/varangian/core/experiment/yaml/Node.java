package dev.varangian.core.experiment.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a YAML document, with the place where it was written. */
public sealed interface Node {

  /** Where it was written. */
  Origin origin();

  /** Whether it says that there is no value. */
  default boolean isNull() {
    return false;
  }

  /** What it is, for a message. */
  String description();

  /**
   * A single value, not yet of any type.
   *
   * @param text without quotes
   * @param quoted whether it had quotes, and is therefore text and nothing else
   */
  record Scalar(Origin origin, String text, boolean quoted) implements Node {

    @Override
    public boolean isNull() {
      return !quoted && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
    }

    @Override
    public String description() {
      return isNull() ? "empty" : quoted ? "the text \"" + text + '"' : '"' + text + '"';
    }
  }

  /** Values in order. */
  record Sequence(Origin origin, List<Node> items) implements Node {
    /** Keeps a copy of the list. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String description() {
      return "a list";
    }
  }

  /** Values by key, in the order in which they were written. */
  record Mapping(Origin origin, Map<String, Entry> entries) implements Node {
    /** Keeps a copy of the map. */
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** A key's value and place. */
    public Optional<Entry> entry(String key) {
      return Optional.ofNullable(entries.get(key));
    }

    /** A key's value. */
    public Optional<Node> value(String key) {
      return entry(key).map(Entry::value);
    }

    /** This mapping with a key's value replaced in its place, or added at the end. */
    public Mapping with(String key, Entry entry) {
      Map<String, Entry> changed = new LinkedHashMap<>(entries);
      changed.put(key, entry);
      return new Mapping(origin, changed);
    }

    /** This mapping without a key. */
    public Mapping without(String key) {
      Map<String, Entry> changed = new LinkedHashMap<>(entries);
      changed.remove(key);
      return new Mapping(origin, changed);
    }

    @Override
    public String description() {
      return "a mapping";
    }
  }

  /**
   * A key's value in a mapping.
   *
   * @param key where the key was written
   */
  record Entry(Origin key, Node value) {}
}
