package dev.varangian.core.experiment.reading;

import dev.varangian.core.catalogue.parameter.Nearest;
import dev.varangian.core.experiment.Key;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.experiment.yaml.Problems;
import java.util.List;
import java.util.Optional;

/**
 * A path in an experiment: a key, or a parameter of the component under it.
 *
 * @param parameter empty for the key itself
 */
public record KeyPath(Key key, String parameter) {

  /** Parses a dotted path; empty, with a problem added, if it is invalid. */
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
      String list = key.get().listOf().isPresent() ? ", a list that is set as a whole" : "";
      problems.add(origin, "no keys below " + first + list);
      return Optional.empty();
    }
    if (dot >= 0 && !parameter.matches("[^.]+([.][^.]+)*")) {
      problems.add(origin, "no keys below " + (parameter.contains(".") ? path : first));
      return Optional.empty();
    }
    return Optional.of(new KeyPath(key.get(), parameter));
  }

  /** Returns the message for a key that is not one of {@code known}. */
  public static String unknown(String key, List<String> known) {
    return "unknown key ("
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
