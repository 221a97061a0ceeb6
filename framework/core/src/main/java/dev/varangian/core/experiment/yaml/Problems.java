package dev.varangian.core.experiment.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects problems without duplicates. */
public final class Problems {
  /** The file's problems come before those of command-line settings, which have no lines. */
  private static final Comparator<Problem> BY_PLACE =
      Comparator.<Problem, Boolean>comparing(problem -> problem.origin().line() == 0)
          .thenComparing(problem -> problem.origin().line());

  private final Set<Problem> found = new LinkedHashSet<>();
  private int added;

  public void add(Origin origin, String message) {
    found.add(new Problem(origin, message));
    added++;
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Returns how many were added, duplicates included. */
  public int added() {
    return added;
  }

  /** Returns the problems in the order of lines; on the same line, in the order found. */
  public List<Problem> sorted() {
    List<Problem> sorted = new ArrayList<>(found);
    sorted.sort(BY_PLACE);
    return sorted;
  }
}
