package dev.varangian.core.experiment.figure;

import dev.varangian.core.experiment.Experiment;
import java.util.List;

/**
 * A figure of a paper: learning curves, and what the paper says of them.
 *
 * @param name as the file is called
 * @param title in words
 * @param experiment the runs with faults
 * @param faultFree the same with all agents honest and the mean for the filter
 * @param rows the swept key of which each value has plots of its own, in a row
 * @param fromRound the first round that is drawn
 */
public record Figure(
    String name,
    String title,
    Experiment experiment,
    Experiment faultFree,
    String rows,
    int fromRound,
    List<Claim> claims) {

  /** Keeps a copy of the list. */
  public Figure {
    claims = List.copyOf(claims);
  }
}
