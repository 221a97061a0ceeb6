package dev.varangian.cli.figure;

import dev.varangian.core.experiment.figure.Claim;
import java.util.List;

/**
 * A claim and what the runs show.
 *
 * @param figure the figure's name
 * @param measured the range of the measured values, with the requirement; empty without runs
 * @param cases how many comparisons the claim makes
 * @param against the exceptions, as text
 */
public record Finding(
    String figure, Claim claim, String measured, int cases, List<String> against) {

  /** Keeps a copy of the list. */
  public Finding {
    against = List.copyOf(against);
  }

  /** Whether something was measured and there are no exceptions. */
  public boolean holds() {
    return cases > 0 && against.isEmpty();
  }

  /** {@code holds}, {@code holds in 3 of 5} or {@code not measured}. */
  public String verdict() {
    if (cases == 0) {
      return "not measured";
    }
    int holding = cases - against.size();
    return holding == cases ? "holds" : "holds in " + holding + " of " + cases;
  }
}
