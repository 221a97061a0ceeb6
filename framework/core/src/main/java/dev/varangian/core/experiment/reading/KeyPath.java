package dev.varangian.core.experiment.reading;

import dev.varangian.core.catalogue.parameter.Nearest;
import dev.varangian.core.experiment.Key;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.experiment.yaml.Problems;
import java.util.List;
import java.util.Optional;

/**
 * A place in an experiment: a key, or a parameter of the component that stands there.
 *
 * @param parameter empty for the key itself
 */
public record KeyPath(Key key, String parameter) {

  /** The place that a dotted path leads to; empty, with a problem added, if there is none. */
  public static Optional<KeyPath> of(String path, Origin origin, Problems problems) {
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    String parameter = dot < 0 ? "" : path.substring(dot + 1);
    Optional<Key> key = Key.of(first);
    if (key.isEmpty()) {
      problems.add(origin, unknown(first, Key.labels()));
      return Optional.empty();
    }
    if (dot >= 0 && key.get().kind().isEmpty()) {
      String list = key.get().listOf().isPresent() ? ", a list that is written as a whole" : "";
      problems.add(origin, "there is nothing below " + first + list);
      return Optional.empty();
    }
    if (dot >= 0 && !parameter.matches("[^.]+([.][^.]+)*")) {
      problems.add(origin, "there is nothing below " + (parameter.contains(".") ? path : first));
      return Optional.empty();
    }
    return Optional.of(new KeyPath(key.get(), parameter));
  }

  /** The message for a key that is none of {@code known}. */
  public static String unknown(String key, List<String> known) {
    return "there is no such key ("
        + Nearest.to(key, known)
            .map(near -> "nearest: " + near)
            .orElse("expected one of " + String.join(", ", known))
        + ")";
  }

  public boolean isWhole() {
    return parameter.isEmpty();
  }

  @Override
  public String toString() {
    return isWhole() ? key.label() : key.label() + "." + parameter;
  }
}
