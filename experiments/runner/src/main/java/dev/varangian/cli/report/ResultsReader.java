package dev.varangian.cli.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.varangian.core.record.Csv;
import dev.varangian.core.record.RunFolder;
import dev.varangian.core.record.RunSummary;
import dev.varangian.spi.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads a results folder for the report. */
final class ResultsReader {
  /** Columns of {@code metrics.csv} that are drawn as they are. */
  private static final List<String> EVALUATED = List.of("test_accuracy", "test_loss");

  /** Columns that are drawn as means of some rounds: from batch to batch they jump. */
  private static final List<String> NOISY = List.of("train_loss", "faulty_weight");

  /** No screen shows more points of a curve. */
  private static final int MOST_POINTS = 2000;

  /** Of noisy curves a dozen are readable together with so many points. */
  private static final int MOST_MEANS = 100;

  private final Path folder;

  ResultsReader(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads all of it.
   *
   * @throws ConfigurationException if it isn't a results folder or is damaged
   */
  Results read() {
    List<List<String>> summary = summary();
    List<List<String>> rows = summary.subList(1, summary.size());
    int sweptCount = summary.get(0).size() - RunSummary.COLUMNS.size();
    List<String> sweptKeys = summary.get(0).subList(0, sweptCount);
    int roundsAt = sweptCount + RunSummary.COLUMNS.indexOf("rounds");
    int rounds = rows.stream().mapToInt(row -> integer(row.get(roundsAt))).max().orElse(0);
    int step = parts(rounds, MOST_POINTS);
    int block = parts(rounds, MOST_MEANS);

    RunFolders folders = new RunFolders(sweptKeys);
    List<ReportedRun> runs = new ArrayList<>();
    for (List<String> row : rows) {
      Path run = folders.of(row);
      runs.add(
          new ReportedRun(
              run.getFileName().toString(),
              row.subList(0, sweptCount),
              row.subList(sweptCount, row.size()),
              curves(run.resolve("metrics.csv"), step, block)));
    }
    String experiment = text(folder.resolve("experiment.yaml"));
    return new Results(
        title(experiment),
        experiment,
        text(folder.resolve("environment.json")),
        sweptKeys,
        step,
        block,
        runs);
  }

  private List<List<String>> summary() {
    Path file = folder.resolve("summary.csv");
    if (!Files.isRegularFile(file)) {
      throw new ConfigurationException(folder + " is no results folder: it has no summary.csv");
    }
    List<List<String>> table = Csv.parse(text(file));
    String columns = String.join(",", RunSummary.COLUMNS);
    if (table.isEmpty() || !String.join(",", table.get(0)).endsWith(columns)) {
      throw new ConfigurationException(file + ":1 does not end in the columns " + columns);
    }
    for (int i = 0; i < table.size(); i++) {
      if (table.get(i).size() != table.get(0).size()) {
        throw new ConfigurationException(file + ":" + (i + 1) + " is not as long as the header");
      }
    }
    return table;
  }

  /** How many rounds make up one point. */
  private static int parts(int rounds, int mostPoints) {
    return Math.max(1, (rounds + mostPoints - 1) / mostPoints);
  }

  private static Map<String, Curve> curves(Path file, int step, int block) {
    List<List<String>> metrics = Csv.parse(text(file));
    Map<String, Curve> curves = new LinkedHashMap<>();
    try {
      EVALUATED.forEach(column -> curves.put(column, Curve.of(metrics, column).thinned(step)));
      NOISY.forEach(column -> curves.put(column, Curve.of(metrics, column).averaged(block)));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new ConfigurationException(file + " is damaged");
    }
    return curves;
  }

  private String title(String experiment) {
    try {
      JsonNode name = new YAMLMapper().readTree(experiment).path("name");
      return name.asText(folder.toAbsolutePath().normalize().getFileName().toString());
    } catch (JsonProcessingException e) {
      throw new ConfigurationException(folder.resolve("experiment.yaml") + " is damaged");
    }
  }

  private int integer(String cell) {
    try {
      return Integer.parseInt(cell);
    } catch (NumberFormatException e) {
      throw new ConfigurationException(
          folder.resolve("summary.csv") + ": \"" + cell + "\" is no number of rounds");
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ConfigurationException("cannot read " + file);
    }
  }

  /**
   * Which folder of {@code runs} a row of the summary comes from: the one with the same cells, or
   * else with the same results, since a grid may name one run in two ways.
   */
  private final class RunFolders {
    /** The cells to compare. Swept keys that are called like a result are not in summary.json. */
    private final int[] positions;

    private final Map<List<String>, Path> byCells = new LinkedHashMap<>();
    private final Map<List<String>, Path> byResults = new LinkedHashMap<>();

    RunFolders(List<String> sweptKeys) {
      List<String> header = Stream.concat(sweptKeys.stream(), RunSummary.COLUMNS.stream()).toList();
      positions =
          IntStream.range(0, header.size())
              .filter(i -> header.lastIndexOf(header.get(i)) == i)
              .toArray();
      for (Path run : runFolders()) {
        Map<String, String> summary = new RunFolder(run).summary();
        List<String> row = header.stream().map(column -> summary.getOrDefault(column, "")).toList();
        byCells.putIfAbsent(cells(row), run);
        byResults.putIfAbsent(results(row), run);
      }
    }

    private List<Path> runFolders() {
      Path runs = folder.resolve("runs");
      try (Stream<Path> folders = Files.list(runs)) {
        return folders
            .filter(run -> new RunFolder(run).finished())
            .sorted(Comparator.comparing(Path::toString))
            .toList();
      } catch (IOException e) {
        throw new ConfigurationException("cannot read " + runs);
      }
    }

    private List<String> cells(List<String> row) {
      return IntStream.of(positions).mapToObj(row::get).toList();
    }

    private static List<String> results(List<String> row) {
      return List.copyOf(row.subList(row.size() - RunSummary.COLUMNS.size(), row.size()));
    }

    Path of(List<String> row) {
      Path run = byCells.get(cells(row));
      if (run == null) {
        run = byResults.get(results(row));
      }
      if (run == null) {
        throw new ConfigurationException(
            folder.resolve("summary.csv")
                + " has a row that no run in "
                + folder.resolve("runs")
                + " gave: "
                + Csv.line(row));
      }
      return run;
    }
  }
}
