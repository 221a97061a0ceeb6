package dev.varangian.core.experiment.reading;

import dev.varangian.core.experiment.Experiment;
import dev.varangian.core.experiment.yaml.Problem;
import java.util.List;
import java.util.Optional;

/**
 * The result of reading an experiment file.
 *
 * @param experiment empty if and only if there are problems
 * @param problems everything that has to be fixed, each once, in the order of the lines
 */
public record Parsed(Optional<Experiment> experiment, List<Problem> problems) {

  /** Copies the list. */
  public Parsed {
    problems = List.copyOf(problems);
  }
}
