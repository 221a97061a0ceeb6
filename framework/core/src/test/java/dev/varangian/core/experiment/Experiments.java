package dev.varangian.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.Toys;
import dev.varangian.core.experiment.reading.ExperimentReader;
import dev.varangian.core.experiment.reading.Parsed;
import dev.varangian.core.experiment.yaml.Problem;
import java.nio.file.Path;
import java.util.List;

/** Reads experiments about toys. */
public final class Experiments {
  /** The least that an experiment has to say. */
  public static final String LEAST =
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

  public static Experiment read(String yaml, String... settings) {
    Parsed parsed = READER.read(yaml, Path.of("toy.yaml"), List.of(settings));
    assertThat(parsed.problems()).isEmpty();
    return parsed.experiment().orElseThrow();
  }

  /** The only run. */
  public static RunSpec spec(String yaml, String... settings) {
    Experiment experiment = read(yaml, settings);
    assertThat(experiment.runs()).hasSize(1);
    return experiment.runs().get(0).spec();
  }

  public static List<String> problems(String yaml, String... settings) {
    Parsed parsed = READER.read(yaml, Path.of("toy.yaml"), List.of(settings));
    assertThat(parsed.experiment()).isEmpty();
    return parsed.problems().stream().map(Problem::toString).toList();
  }

  public static ExperimentReader reader() {
    return READER;
  }
}
