package dev.varangian.core.experiment;

import java.util.List;

/**
 * One run of an experiment.
 *
 * @param spec everything that its numbers depend on
 * @param sweptValues what stands in its row of the summary for each of {@link
 *     Experiment#sweptKeys}, in their order
 */
public record Run(RunSpec spec, List<String> sweptValues) {

  /** Keeps a copy of the list. */
  public Run {
    sweptValues = List.copyOf(sweptValues);
  }

  /** The name of its folder; the same for the same run in whatever experiment. */
  public String id() {
    return RunId.of(spec);
  }

  /** An experiment file that makes this run and no other. */
  public String yaml() {
    return Resolved.yaml(spec);
  }
}
