package dev.varangian.cli.report.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.varangian.cli.report.results.ClaimRow;
import dev.varangian.cli.report.results.FigureRuns;
import dev.varangian.cli.report.results.Provenance;
import dev.varangian.cli.report.results.ReportedRun;
import dev.varangian.cli.report.results.Results;
import dev.varangian.cli.report.results.RunSettings;
import dev.varangian.cli.report.results.Thinning;
import dev.varangian.core.file.Csv;
import dev.varangian.core.file.IoReason;
import dev.varangian.spi.context.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads a results folder for the report. Damaged and missing parts are left out and listed. */
public final class ResultsReader {
  /** Of more unfinished runs only the number is listed. */
  private static final int MOST_NAMED = 3;

  private final Path folder;
  private final Path pageFolder;

  /**
   * @param folder the results
   * @param pageFolder the folder of the page, for links
   */
  public ResultsReader(Path folder, Path pageFolder) {
    this.folder = folder;
    this.pageFolder = pageFolder;
  }

  /**
   * Reads the folder.
   *
   * @throws ConfigurationException if it is not a results folder
   */
  public Results read() {
    if (!Files.isDirectory(folder)) {
      throw new ConfigurationException("no such results folder: " + folder);
    }
    Path file = folder.resolve("summary.csv");
    if (!Files.isRegularFile(file)) {
      throw new ConfigurationException(folder + " is not a results folder: it has no summary.csv");
    }
    SummaryTable summary = SummaryTable.parse(lines(file), file);
    RunReader reader = new RunReader(pageFolder, summary);
    List<String> omissions = new ArrayList<>();
    List<ReportedRun> whole = runs(summary, reader, omissions);
    // One step for all runs, so that those that differ only in their seed keep the same rounds.
    int step =
        Thinning.step(
            whole.stream()
                .flatMap(run -> RunReader.EVALUATED.stream().map(run::curve))
                .mapToInt(curve -> curve.rounds().size())
                .max()
                .orElse(0));
    List<ReportedRun> runs =
        whole.stream().map(run -> run.thinned(RunReader.EVALUATED, step)).toList();
    String experiment = optional("experiment.yaml", omissions).orElse("");
    String environment = optional("environment.json", omissions).orElse("");
    return new Results(
        title(experiment, omissions),
        List.of(new Provenance(name(), experiment, environment)),
        summary.sweptKeys(),
        new Thinning(step, reader.block()),
        reader.metrics(),
        runs,
        table("figures.csv", FigureRuns::parse, omissions),
        table("claims.csv", ClaimRow::parse, omissions),
        omissions);
  }

  private List<ReportedRun> runs(SummaryTable summary, RunReader reader, List<String> omissions) {
    RunFolders folders = new RunFolders(folder.resolve("runs"), summary);
    List<ReportedRun> runs = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (List<String> row : summary.rows()) {
      Optional<Path> run = folders.of(row);
      if (run.isEmpty()) {
        missing.add("run " + description(summary, row) + " (its folder is missing)");
        continue;
      }
      try {
        runs.add(reader.read(run.get(), row));
      } catch (ConfigurationException e) {
        omissions.add(String.valueOf(e.getMessage()));
      }
    }
    omissions.addAll(listed(folders.unfinished()));
    // A row whose folder is damaged has lost the file that says which folder it is.
    if (missing.size() > folders.unfinished().size()) {
      omissions.addAll(missing);
    }
    return runs;
  }

  private static List<String> listed(List<Path> unfinished) {
    return unfinished.size() > MOST_NAMED
        ? List.of(unfinished.size() + " unfinished runs")
        : unfinished.stream().map(run -> "runs/" + run.getFileName() + " (unfinished)").toList();
  }

  private static String description(SummaryTable summary, List<String> row) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < summary.sweptKeys().size(); i++) {
      words.add(summary.sweptKeys().get(i) + "=" + row.get(i));
    }
    return words.isEmpty() ? "of summary.csv" : String.join(" ", words);
  }

  private String title(String experiment, List<String> omissions) {
    try {
      return RunSettings.of(experiment).getOrDefault("name", name());
    } catch (JsonProcessingException e) {
      omissions.add("experiment.yaml (damaged)");
      return name();
    }
  }

  private String name() {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? folder.toString() : name.toString();
  }

  /** A table that only some folders have. */
  private <T> List<T> table(
      String name, BiFunction<List<List<String>>, Path, List<T>> parse, List<String> omissions) {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return parse.apply(lines(file), file);
    } catch (ConfigurationException e) {
      omissions.add(name + " (damaged)");
      return List.of();
    }
  }

  private Optional<String> optional(String name, List<String> omissions) {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      omissions.add(name + " (missing)");
      return Optional.empty();
    }
    return Optional.of(text(file));
  }

  private static List<List<String>> lines(Path file) {
    try {
      return Csv.parse(text(file));
    } catch (IOException e) {
      throw new ConfigurationException(file + " is damaged: a quoted cell does not end");
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ConfigurationException("cannot read " + file + ": " + IoReason.of(e));
    }
  }
}
