package dev.varangian.core.record;

import dev.varangian.core.file.AtomicFile;
import dev.varangian.core.file.Csv;
import dev.varangian.core.file.FolderLock;
import dev.varangian.core.file.IoReason;
import dev.varangian.core.file.NewFolders;
import dev.varangian.spi.context.ConfigurationException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The results of an experiment: a folder with {@code experiment.yaml}, {@code environment.json},
 * {@code summary.csv} and a {@link RunFolder} for each run. While it is open no other process can
 * open it. Every file is written whole or not at all, but for the rows of a run that is unfinished,
 * which a continued run cuts back; so a process killed at any instant leaves a folder that can be
 * continued.
 */
public final class ResultsFolder implements AutoCloseable {
  private static final String EXPERIMENT = "experiment.yaml";
  private static final String ENVIRONMENT = "environment.json";
  private static final String RUNS = "runs";

  private final Path path;
  private final FolderLock lock;

  /** The folders created by opening; removed if nothing is recorded. */
  private final NewFolders made;

  private ResultsFolder(Path path, FolderLock lock, NewFolders made) {
    this.path = path;
    this.lock = lock;
    this.made = made;
  }

  /**
   * Opens a folder for writing, made if the declaration is invalid there.
   *
   * @throws ConfigurationException if it cannot be created or written to, or another process has it
   *     open
   */
  public static ResultsFolder open(Path path) {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new ConfigurationException("results folder " + path + " is a file");
    }
    NewFolders made;
    try {
      made = NewFolders.make(path);
    } catch (IOException e) {
      throw new ConfigurationException(
          "cannot create results folder " + path + ": " + IoReason.of(e));
    }
    try {
      return new ResultsFolder(path, lock(path), made);
    } catch (ConfigurationException e) {
      made.removeUnused();
      throw e;
    }
  }

  private static FolderLock lock(Path path) {
    try {
      return FolderLock.acquire(path)
          .orElseThrow(
              () ->
                  new ConfigurationException(
                      "results folder "
                          + path
                          + " is in use by another process; wait for it to finish or choose another"
                          + " folder"));
    } catch (IOException e) {
      throw new ConfigurationException(
          "results folder " + path + " is not writable: " + IoReason.of(e));
    }
  }

  /** Returns its path. */
  public Path path() {
    return path;
  }

  /**
   * Reads the experiment of these results.
   *
   * @throws ConfigurationException if it can't be read
   */
  public Optional<String> experiment() {
    Path file = path.resolve(EXPERIMENT);
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      throw new ConfigurationException("cannot read " + file + ": " + IoReason.of(e));
    }
  }

  /**
   * Checks that the results of an experiment may be written here; changes nothing.
   *
   * @param resolved the experiment as YAML with every default filled in
   * @throws ConfigurationException if the folder contains results of another experiment or other
   *     files that would be overwritten
   */
  public void check(String resolved) {
    Optional<String> recorded = experiment();
    if (recorded.isEmpty()) {
      checkNothingInTheWay();
      return;
    }
    Optional<String> difference;
    try {
      difference = ExperimentDifference.between(recorded.get(), resolved);
    } catch (IOException e) {
      throw new ConfigurationException(
          path.resolve(EXPERIMENT) + " is damaged; choose another results folder (--out)");
    }
    difference.ifPresent(
        words -> {
          throw new ConfigurationException(
              "results folder "
                  + path
                  + " contains another experiment: "
                  + words
                  + "; choose another results folder (--out)");
        });
  }

  /**
   * Describes how the plugins of the recorded results differ from the current ones, for the
   * components that the experiment uses; empty if they do not differ or there are no results.
   */
  public Optional<String> otherPlugins(Environment environment) {
    try {
      return RecordedPlugins.of(Files.readString(path.resolve(ENVIRONMENT)))
          .difference(RecordedPlugins.of(environment.toJson()));
    } catch (IOException e) {
      return Optional.empty(); // without this file there are no results
    }
  }

  private void checkNothingInTheWay() {
    for (String name : List.of(ENVIRONMENT, "summary.csv", "report.html", RUNS)) {
      if (Files.exists(path.resolve(name))) {
        throw new ConfigurationException(
            path
                + " is not a results folder (it has no "
                + EXPERIMENT
                + "), but has "
                + name
                + "; choose another results folder (--out)");
      }
    }
  }

  /**
   * Starts or continues the results of an experiment. In a folder that is continued, {@code
   * experiment.yaml} is not changed.
   *
   * @param resolved the experiment as YAML with every default filled in
   * @throws ConfigurationException as {@link #check} does, or if the folder can't be written to
   */
  public void begin(String resolved, Environment environment) {
    check(resolved);
    // First, because it marks the folder as a results folder.
    if (experiment().isEmpty()) {
      AtomicFile.writeText(path.resolve(EXPERIMENT), resolved);
    }
    AtomicFile.writeText(path.resolve(ENVIRONMENT), environment.toJson());
    try {
      Files.createDirectories(path.resolve(RUNS));
    } catch (IOException e) {
      throw new ConfigurationException(
          "cannot create " + path.resolve(RUNS) + ": " + IoReason.of(e));
    }
  }

  /**
   * Returns the ids of the finished runs.
   *
   * @throws ConfigurationException if the folder can't be read
   */
  public NavigableSet<String> finishedRuns() {
    NavigableSet<String> finished = new TreeSet<>();
    Path runs = path.resolve(RUNS);
    if (!Files.isDirectory(runs)) {
      return finished;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(runs)) {
      for (Path folder : folders) {
        if (new RunFolder(folder).finished()) {
          finished.add(folder.getFileName().toString());
        }
      }
    } catch (IOException e) {
      throw new ConfigurationException("cannot read " + runs + ": " + IoReason.of(e));
    }
    return Collections.unmodifiableNavigableSet(finished);
  }

  /** The folder of a run; it may not exist. */
  public RunFolder run(String id) {
    return new RunFolder(path.resolve(RUNS).resolve(id));
  }

  /**
   * Returns the table of the finished runs, in the order of the grid: swept keys, {@link
   * RunSummary#COLUMNS}, then the metrics of components, empty where a run has none of that name.
   *
   * @param grid all runs of the experiment; unfinished ones are omitted
   * @return the header and the rows, as cells
   */
  public List<List<String>> summary(List<GridRow> grid) {
    List<GridRow> finished = grid.stream().filter(row -> run(row.id()).finished()).toList();
    List<Map<String, String>> summaries =
        finished.stream().map(row -> run(row.id()).summary()).toList();
    Set<String> swept =
        grid.isEmpty() ? Set.of() : new LinkedHashSet<>(grid.get(0).swept().keySet());
    Set<String> metrics = new LinkedHashSet<>();
    summaries.forEach(summary -> metrics.addAll(summary.keySet()));
    metrics.removeAll(swept);
    metrics.removeAll(RunSummary.COLUMNS);
    metrics.remove(RunFolder.PARAMETERS);
    List<String> results = Stream.concat(RunSummary.COLUMNS.stream(), metrics.stream()).toList();
    List<List<String>> table = new ArrayList<>();
    table.add(Stream.concat(swept.stream(), results.stream()).toList());
    for (int i = 0; i < finished.size(); i++) {
      List<String> cells = new ArrayList<>(finished.get(i).swept().values());
      Map<String, String> summary = summaries.get(i);
      results.forEach(column -> cells.add(summary.getOrDefault(column, "")));
      table.add(cells);
    }
    return table;
  }

  /**
   * Writes {@code summary.csv}: {@link #summary} of the grid.
   *
   * @throws ConfigurationException if it can't be written
   */
  public void writeSummary(List<GridRow> grid) {
    List<List<String>> table = summary(grid);
    AtomicFile.writeText(path.resolve("summary.csv"), out -> Csv.write(table, out));
  }

  @Override
  public void close() {
    made.removeUnused();
    lock.close();
  }
}
