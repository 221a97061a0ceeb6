package dev.varangian.core.catalogue.parameter;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Suggests the known name nearest to a misspelt one. */
public final class Nearest {
  private static final int SHORTEST_PREFIX = 3;

  private Nearest() {}

  /**
   * Returns the name with the smallest Damerau-Levenshtein distance from {@code word}, ignoring
   * case: the number of characters inserted, deleted, replaced or swapped with their neighbour. Of
   * several names at that distance, the first in alphabetical order. If that distance is more than
   * a third of the longer of the two, the first name that begins with the word; empty if there is
   * none.
   */
  public static Optional<String> to(String word, Collection<String> names) {
    String lower = word.toLowerCase(Locale.ROOT);
    DamerauLevenshteinDistance distances = new DamerauLevenshteinDistance();
    String nearest = "";
    int smallest = Integer.MAX_VALUE;
    for (String name : new TreeSet<>(names)) {
      int distance = distances.apply(lower, name.toLowerCase(Locale.ROOT));
      int allowed = Math.max(1, Math.max(lower.length(), name.length()) / 3);
      if (distance <= allowed && distance < smallest && distance < name.length()) {
        nearest = name;
        smallest = distance;
      }
    }
    if (nearest.isEmpty() && lower.length() >= SHORTEST_PREFIX) {
      return new TreeSet<>(names).stream().filter(name -> name.startsWith(lower)).findFirst();
    }
    return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
  }
}
