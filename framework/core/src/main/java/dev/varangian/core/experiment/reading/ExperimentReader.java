package dev.varangian.core.experiment.reading;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.Experiment;
import dev.varangian.core.experiment.ExperimentName;
import dev.varangian.core.experiment.Key;
import dev.varangian.core.experiment.ParsedRun;
import dev.varangian.core.experiment.yaml.Node;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.experiment.yaml.Problems;
import dev.varangian.core.experiment.yaml.YamlReader;
import dev.varangian.spi.run.Sink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads experiment files. Every value is checked before anything runs, and all problems are
 * reported at once. (Requirements of a component, such as a filter's hard bound, are checked when
 * it is created.)
 */
public final class ExperimentReader {
  private final Catalogue catalogue;

  /**
   * @param catalogue the available components
   */
  public ExperimentReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Reads a file.
   *
   * @param file used in messages as given here
   * @param settings settings that replace the file's values, each as {@code path=value}, in order
   */
  public Parsed read(Path file, List<String> settings) {
    Problems problems = new Problems();
    return ExperimentText.read(file, problems)
        .map(text -> read(text, file, settings))
        .orElseGet(() -> new Parsed(Optional.empty(), problems.sorted()));
  }

  /**
   * Reads a text.
   *
   * @param file its source, for messages and as the default name
   * @param settings values that replace the text's, each as {@code path=value}, in order
   */
  public Parsed read(String text, Path file, List<String> settings) {
    Problems problems = new Problems();
    Optional<Experiment> experiment =
        document(text, file, problems)
            .flatMap(document -> experiment(document, file, settings, problems));
    return new Parsed(problems.isEmpty() ? experiment : Optional.empty(), problems.sorted());
  }

  public static Optional<Node.Mapping> document(String text, Path file, Problems problems) {
    Origin start = new Origin(file.toString(), 1, "");
    Optional<Node> document = YamlReader.read(start, text, problems);
    if (document.isPresent() && document.get() instanceof Node.Mapping mapping) {
      return Optional.of(mapping);
    }
    if (problems.isEmpty()) {
      String found = document.map(Node::description).orElse("an empty file");
      problems.add(start, "expected lines of key: value, not " + found);
    }
    return Optional.empty();
  }

  public Optional<Experiment> experiment(
      Node.Mapping document, Path file, List<String> settings, Problems problems) {
    ComponentReader components = new ComponentReader(catalogue, problems);
    Draft draft = Draft.of(document, problems);
    for (String text : settings) {
      Optional<Setting> setting = Setting.parse(text, problems);
      if (setting.isPresent()) {
        draft = draft.with(setting.get(), components, problems);
      }
    }
    String name = ExperimentName.read(draft.root(), file, problems);
    Sweep sweep = Sweep.read(draft.sweep(), problems);
    List<Choice<Sink>> sinks = components.list(Key.SINKS, Sink.class, draft.root());
    List<ParsedRun> runs = new ArrayList<>();
    for (int index = 0; index < sweep.size(); index++) {
      Node.Mapping combination = draft.combination(sweep, sweep.places(index), components);
      new RunReader(combination, sweep.broken(), catalogue, problems).read().ifPresent(runs::add);
    }
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    Grid grid = new Grid(sweep, runs);
    grid.checkRepetitions(problems);
    return Optional.of(
        new Experiment(name, grid.sweptKeys(), grid.runs(), sinks, grid.yaml(name, sinks)));
  }
}
