package dev.varangian.core.experiment.figure;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.experiment.Experiment;
import dev.varangian.core.experiment.Key;
import dev.varangian.core.experiment.reading.ExperimentReader;
import dev.varangian.core.experiment.reading.ExperimentText;
import dev.varangian.core.experiment.yaml.Node;
import dev.varangian.core.experiment.yaml.Problem;
import dev.varangian.core.experiment.yaml.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the file of a figure: an experiment with one more key, {@code figure}, with its title, its
 * layout, the changes of the quick scale, and the claims.
 */
public final class FigureReader {

  /** The settings that make a run fault-free. */
  private static final List<String> FAULT_FREE =
      List.of("faulty=0", "fault=none", "filter=mean", "averaging=0");

  private final ExperimentReader experiments;

  /**
   * @param catalogue the available components
   */
  public FigureReader(Catalogue catalogue) {
    this.experiments = new ExperimentReader(catalogue);
  }

  /**
   * The result of reading a figure's file.
   *
   * @param figure empty if and only if there are problems
   * @param problems everything that has to be fixed
   */
  public record Read(Optional<Figure> figure, List<Problem> problems) {}

  /**
   * Reads a file.
   *
   * @param quick whether to apply the file's changes for the quick scale
   * @param settings settings that replace the file's values, each as {@code path=value}, in order
   */
  public Read read(Path file, boolean quick, List<String> settings) {
    Problems problems = new Problems();
    Optional<Figure> figure =
        ExperimentText.read(file, problems)
            .flatMap(text -> ExperimentReader.document(text, file, problems))
            .flatMap(document -> figure(document, file, quick, settings, problems));
    return new Read(problems.isEmpty() ? figure : Optional.empty(), problems.sorted());
  }

  private Optional<Figure> figure(
      Node.Mapping document, Path file, boolean quick, List<String> settings, Problems problems) {
    if (!(document.value(Key.FIGURE).orElse(null) instanceof Node.Mapping description)) {
      problems.add(document.origin(), "not a figure: expected the key figure");
      return Optional.empty();
    }
    FigureDescription read = FigureDescription.of(description, problems);
    List<String> changes = new ArrayList<>(quick ? read.quick() : List.of());
    changes.addAll(settings);
    Node.Mapping rest = document.without(Key.FIGURE);
    Optional<Experiment> faulty = experiments.experiment(rest, file, changes, problems);
    changes.addAll(FAULT_FREE);
    Optional<Experiment> honest = experiments.experiment(rest, file, changes, problems);
    if (faulty.isEmpty() || honest.isEmpty()) {
      return Optional.empty();
    }
    read.check(faulty.get().sweptKeys(), problems);
    return Optional.of(
        new Figure(
            file.getFileName().toString().replaceFirst("[.][^.]*$", ""),
            read.title(),
            faulty.get(),
            honest.get(),
            read.rows(),
            read.fromRound(),
            read.claims().stream().map(FigureDescription.Placed::claim).toList()));
  }
}
