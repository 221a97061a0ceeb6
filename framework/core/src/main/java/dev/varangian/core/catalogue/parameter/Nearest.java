package dev.varangian.core.catalogue.parameter;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the name that a misspelt one was meant to be. */
public final class Nearest {
  private static final int SHORTEST_PREFIX = 3;

  private Nearest() {}

  /**
   * The name that is fewest changed characters away from {@code word}, upper and lower case being
   * the same; the first in alphabetical order if there are several. Empty if more than a third of
   * the characters would have to change and no name begins with the word.
   */
  public static Optional<String> to(String word, Collection<String> names) {
    String lower = word.toLowerCase(Locale.ROOT);
    String nearest = "";
    int least = Integer.MAX_VALUE;
    for (String name : new TreeSet<>(names)) {
      int distance = distance(lower, name.toLowerCase(Locale.ROOT));
      int bearable = Math.max(1, Math.max(lower.length(), name.length()) / 3);
      if (distance <= bearable && distance < least && distance < name.length()) {
        nearest = name;
        least = distance;
      }
    }
    if (nearest.isEmpty() && lower.length() >= SHORTEST_PREFIX) {
      return new TreeSet<>(names).stream().filter(name -> name.startsWith(lower)).findFirst();
    }
    return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
  }

  /**
   * The least number of characters inserted, deleted, replaced or swapped with their neighbour
   * (optimal string alignment, Damerau 1964).
   */
  private static int distance(String a, String b) {
    int[][] least = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        least[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, least);
      }
    }
    return least[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] least) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int replaced = least[i - 1][j - 1] + (same ? 0 : 1);
    int step = Math.min(replaced, Math.min(least[i - 1][j], least[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(step, least[i - 2][j - 2] + 1) : step;
  }
}
