package dev.varangian.cli.figure;

import dev.varangian.core.experiment.figure.Claim;
import java.util.List;

/**
 * A claim and what was found.
 *
 * @param figure the figure's name
 * @param measured the range of what was measured
 * @param cases how many comparisons the claim makes
 * @param against the cases that speak against it, in words
 */
public record Finding(
    String figure, Claim claim, String measured, int cases, List<String> against) {

  /** Keeps a copy of the list. */
  public Finding {
    against = List.copyOf(against);
  }

  /** Whether nothing speaks against it. */
  public boolean holds() {
    return cases > 0 && against.isEmpty();
  }

  /** In words. */
  public String verdict() {
    if (cases == 0) {
      return "not measured";
    }
    int holding = cases - against.size();
    return holding == cases ? "holds" : "holds in " + holding + " of " + cases;
  }
}
