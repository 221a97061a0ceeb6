package dev.varangian.core.experiment;

import java.util.List;

/**
 * One run of an experiment.
 *
 * @param spec everything that its results depend on
 * @param sweptValues its cells in the summary for {@link Experiment#sweptKeys}, in their order
 */
public record Run(RunSpec spec, List<String> sweptValues) {

  /** Copies the list. */
  public Run {
    sweptValues = List.copyOf(sweptValues);
  }

  /** Returns the name of its folder; equal runs have the same id in every experiment. */
  public String id() {
    return RunId.of(spec);
  }

  /** Returns an experiment file for this run alone. */
  public String yaml() {
    return Resolved.yaml(spec);
  }
}
