package dev.varangian.core.experiment.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what is to be mended, each thing once. */
public final class Problems {
  /** The file before what was set on the command line, which has no lines. */
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

  /** How many were added, those included that were there already. */
  public int added() {
    return added;
  }

  /** In the order of the lines; on one line in the order in which they were found. */
  public List<Problem> sorted() {
    List<Problem> sorted = new ArrayList<>(found);
    sorted.sort(BY_PLACE);
    return sorted;
  }
}
