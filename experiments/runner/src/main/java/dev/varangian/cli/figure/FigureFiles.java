package dev.varangian.cli.figure;

import dev.varangian.core.experiment.Experiment;
import dev.varangian.core.experiment.Run;
import dev.varangian.core.experiment.figure.Figure;
import dev.varangian.core.file.AtomicFile;
import dev.varangian.core.file.Csv;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The files of a results folder that concern figures: {@code figures.csv}, one row for each run of
 * each figure, and {@code claims.csv}, one row for each claim that was measured.
 */
public final class FigureFiles {
  private FigureFiles() {}

  /** Writes both files. */
  public static void write(Path folder, Collection<Figure> figures, List<Finding> findings) {
    write(folder.resolve("figures.csv"), figures(figures));
    write(folder.resolve("claims.csv"), claims(findings));
  }

  private static void write(Path file, List<List<String>> lines) {
    AtomicFile.writeText(file, out -> Csv.write(lines, out));
  }

  private static List<List<String>> figures(Collection<Figure> figures) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("figure", "title", "rows", "from_round", "run"));
    for (Figure figure : figures) {
      for (Experiment part : List.of(figure.faultFree(), figure.experiment())) {
        for (Run run : part.runs()) {
          lines.add(
              List.of(
                  figure.name(),
                  figure.title(),
                  figure.rows(),
                  Integer.toString(figure.fromRound()),
                  run.id()));
        }
      }
    }
    return lines;
  }

  private static List<List<String>> claims(List<Finding> findings) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("figure", "claim", "measured", "verdict", "against"));
    for (Finding finding : findings) {
      if (finding.cases() > 0) {
        lines.add(
            List.of(
                finding.figure(),
                finding.claim().says(),
                finding.measured(),
                finding.verdict(),
                String.join("; ", finding.against())));
      }
    }
    return lines;
  }
}
