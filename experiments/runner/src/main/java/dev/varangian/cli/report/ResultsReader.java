package dev.varangian.cli.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.varangian.core.file.Csv;
import dev.varangian.core.file.IoReason;
import dev.varangian.spi.context.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads a results folder for the report. What is damaged in it is left out and told of. */
final class ResultsReader {
  /** Columns of {@code metrics.csv} that are drawn as they are. */
  private static final List<String> EVALUATED = List.of("test_accuracy", "test_loss");

  /** Columns that are drawn as means of some rounds: from batch to batch they jump. */
  private static final List<String> NOISY = List.of("train_loss", "faulty_weight");

  /** Of more runs that are not finished the number is told. */
  private static final int MOST_NAMED = 3;

  private final Path folder;
  private final Path pageFolder;

  /**
   * @param folder the results
   * @param pageFolder where the page will lie, for its links
   */
  ResultsReader(Path folder, Path pageFolder) {
    this.folder = folder;
    this.pageFolder = pageFolder;
  }

  /**
   * Reads all of it.
   *
   * @throws ConfigurationException if it isn't a results folder
   */
  Results read() {
    if (!Files.isDirectory(folder)) {
      throw new ConfigurationException("there is no results folder " + folder);
    }
    Path file = folder.resolve("summary.csv");
    if (!Files.isRegularFile(file)) {
      throw new ConfigurationException(folder + " is no results folder: it has no summary.csv");
    }
    SummaryTable summary = SummaryTable.parse(lines(file), file);
    int block = Thinning.block(summary.rounds());
    List<String> omissions = new ArrayList<>();
    List<ReportedRun> whole = runs(summary, block, omissions);
    // The same for all: runs that differ in their seed alone must keep the same rounds.
    int step =
        Thinning.step(
            whole.stream()
                .flatMap(run -> EVALUATED.stream().map(run.curves()::get))
                .mapToInt(curve -> curve.rounds().size())
                .max()
                .orElse(0));
    List<ReportedRun> runs = whole.stream().map(run -> run.thinned(EVALUATED, step)).toList();
    String experiment = optional("experiment.yaml", omissions).orElse("");
    return new Results(
        title(experiment, omissions),
        List.of(new Origin(name(), experiment, optional("environment.json", omissions).orElse(""))),
        summary.sweptKeys(),
        new Thinning(step, block),
        runs,
        table("figures.csv", FigureRuns::parse, omissions),
        table("claims.csv", ClaimRow::parse, omissions),
        omissions);
  }

  private List<ReportedRun> runs(SummaryTable summary, int block, List<String> omissions) {
    RunFolders folders = new RunFolders(folder.resolve("runs"), summary.header());
    List<ReportedRun> runs = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (List<String> row : summary.rows()) {
      Optional<Path> run = folders.of(row);
      if (run.isEmpty()) {
        missing.add("the run of " + words(summary, row) + ", whose folder is missing");
        continue;
      }
      try {
        runs.add(run(run.get(), summary, row, block));
      } catch (ConfigurationException e) {
        omissions.add(String.valueOf(e.getMessage()));
      }
    }
    omissions.addAll(inWords(folders.unfinished()));
    // A row whose folder is cut has lost the file that would tell which folder it is.
    if (missing.size() > folders.unfinished().size()) {
      omissions.addAll(missing);
    }
    return runs;
  }

  private static List<String> inWords(List<Path> unfinished) {
    return unfinished.size() > MOST_NAMED
        ? List.of(unfinished.size() + " runs that are not finished")
        : unfinished.stream()
            .map(each -> "runs/" + each.getFileName() + ", which is not finished")
            .toList();
  }

  private static String words(SummaryTable summary, List<String> row) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < summary.sweptKeys().size(); i++) {
      words.add(summary.sweptKeys().get(i) + "=" + row.get(i));
    }
    return words.isEmpty() ? "summary.csv" : String.join(" ", words);
  }

  private ReportedRun run(Path run, SummaryTable summary, List<String> row, int block) {
    String place = "runs/" + run.getFileName();
    Map<String, Curve> curves = new LinkedHashMap<>();
    double faultyShare;
    try {
      List<List<String>> metrics = Csv.parse(Files.readString(run.resolve("metrics.csv")));
      EVALUATED.forEach(column -> curves.put(column, Curve.of(metrics, column)));
      NOISY.forEach(column -> curves.put(column, Curve.of(metrics, column).averaged(block)));
      faultyShare = Curve.of(metrics, "faulty_weight").mean();
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      throw new ConfigurationException(place + ", whose metrics.csv is damaged");
    }
    return new ReportedRun(
        run.getFileName().toString(),
        Links.between(pageFolder, run),
        settings(run, place),
        summary.swept(row),
        summary.results(row),
        curves,
        faultyShare,
        trust(run, place, block));
  }

  private static Map<String, String> settings(Path run, String place) {
    try {
      return RunSettings.of(Files.readString(run.resolve("run.yaml")));
    } catch (IOException e) {
      throw new ConfigurationException(place + ", whose run.yaml is damaged");
    }
  }

  private static Trust trust(Path run, String place, int block) {
    try {
      return Trust.of(run.resolve("agents.csv"), Thinning.wide(block));
    } catch (IOException e) {
      throw new ConfigurationException(place + ", whose agents.csv is damaged");
    }
  }

  private String title(String experiment, List<String> omissions) {
    try {
      return RunSettings.of(experiment).getOrDefault("name", name());
    } catch (JsonProcessingException e) {
      omissions.add("experiment.yaml, which is damaged");
      return name();
    }
  }

  private String name() {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? folder.toString() : name.toString();
  }

  /** A table that not every folder has. */
  private <T> List<T> table(
      String name, BiFunction<List<List<String>>, Path, List<T>> parse, List<String> omissions) {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return parse.apply(lines(file), file);
    } catch (ConfigurationException e) {
      omissions.add(name + ", which is damaged");
      return List.of();
    }
  }

  private Optional<String> optional(String name, List<String> omissions) {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      omissions.add(name + ", which is missing");
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
