package dev.varangian.core.experiment.figure;

import dev.varangian.core.experiment.Experiment;
import java.util.List;

/**
 * A figure of a paper: learning curves and the paper's claims about them.
 *
 * @param name the name of the file
 * @param title the title of the figure
 * @param experiment the runs with faults
 * @param faultFree the same runs with honest agents and the mean as filter
 * @param rows the swept key whose values become rows of plots
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

  /** Copies the list. */
  public Figure {
    claims = List.copyOf(claims);
  }
}
