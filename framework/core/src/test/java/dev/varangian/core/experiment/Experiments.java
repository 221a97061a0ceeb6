package dev.varangian.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.Toys;
import java.nio.file.Path;
import java.util.List;

/** Reads experiments about toys. */
final class Experiments {
  /** The least that an experiment has to say. */
  static final String LEAST =
      """
      model: abacus
      dataset: pebbles
      agents: 10
      batch-size: 16
      rounds: 500
      step-size: 0.1
      filter: sieve
      """;

  private static final ExperimentReader READER = new ExperimentReader(Catalogue.of(new Toys()));

  private Experiments() {}

  static Experiment read(String yaml, String... settings) {
    Parsed parsed = READER.read(yaml, Path.of("toy.yaml"), List.of(settings));
    assertThat(parsed.problems()).isEmpty();
    return parsed.experiment().orElseThrow();
  }

  /** The only run. */
  static RunSpec spec(String yaml, String... settings) {
    Experiment experiment = read(yaml, settings);
    assertThat(experiment.runs()).hasSize(1);
    return experiment.runs().get(0).spec();
  }

  static List<String> problems(String yaml, String... settings) {
    Parsed parsed = READER.read(yaml, Path.of("toy.yaml"), List.of(settings));
    assertThat(parsed.experiment()).isEmpty();
    return parsed.problems().stream().map(Problem::toString).toList();
  }

  static ExperimentReader reader() {
    return READER;
  }
}
