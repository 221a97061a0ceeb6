package dev.varangian.core.experiment.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a YAML document with its place in the file. */
public sealed interface Node {

  /** Returns its place in the file. */
  Origin origin();

  /** Returns whether it is empty. */
  default boolean isNull() {
    return false;
  }

  /** Describes it for a message. */
  String description();

  /**
   * A scalar, not yet interpreted.
   *
   * @param text without quotes
   * @param quoted whether it had quotes, so that it is text
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
    /** Copies the list. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String description() {
      return "a list";
    }
  }

  /** Values by key, in file order. */
  record Mapping(Origin origin, Map<String, Entry> entries) implements Node {
    /** Copies the map. */
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

    /** Returns this mapping with a key's value replaced in place or added at the end. */
    public Mapping with(String key, Entry entry) {
      Map<String, Entry> changed = new LinkedHashMap<>(entries);
      changed.put(key, entry);
      return new Mapping(origin, changed);
    }

    /** Returns this mapping without a key. */
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
   * An entry of a mapping.
   *
   * @param key where the key was written
   */
  record Entry(Origin key, Node value) {}
}
