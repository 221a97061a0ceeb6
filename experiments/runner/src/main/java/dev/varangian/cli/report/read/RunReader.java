package dev.varangian.cli.report.read;

import dev.varangian.cli.report.results.AgentWeights;
import dev.varangian.cli.report.results.Curve;
import dev.varangian.cli.report.results.MetricColumn;
import dev.varangian.cli.report.results.ReportedRun;
import dev.varangian.cli.report.results.RunSettings;
import dev.varangian.cli.report.results.Thinning;
import dev.varangian.core.file.Csv;
import dev.varangian.core.file.FlatJson;
import dev.varangian.spi.context.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the folders of runs. Messages of its exceptions say which file is damaged. */
final class RunReader {
  /** Measured on the test set; the others vary from batch to batch and are averaged over rounds. */
  static final List<String> EVALUATED = List.of("test_accuracy", "test_loss");

  private static final List<String> COLUMNS =
      List.of("test_accuracy", "test_loss", "train_loss", "faulty_weight");

  private final Path pageFolder;
  private final SummaryTable summary;
  private final int block;
  private final Map<String, String> metrics = new LinkedHashMap<>();

  /**
   * @param pageFolder the folder of the page, for links
   */
  RunReader(Path pageFolder, SummaryTable summary) {
    this.pageFolder = pageFolder;
    this.summary = summary;
    this.block = Thinning.block(summary.rounds());
    summary.header().stream().skip(summary.sweptCount()).forEach(this::addIfMetric);
  }

  int block() {
    return block;
  }

  /** The metrics of all runs read so far. */
  List<MetricColumn> metrics() {
    return metrics.entrySet().stream()
        .map(entry -> new MetricColumn(entry.getKey(), entry.getValue()))
        .toList();
  }

  private void addIfMetric(String column) {
    if (MetricColumn.isMetric(column)) {
      metrics.putIfAbsent(column, "");
    }
  }

  /**
   * Reads a run.
   *
   * @param run its folder
   * @param row its row of the summary
   * @throws ConfigurationException if a file is damaged
   */
  ReportedRun read(Path run, List<String> row) {
    String name = "runs/" + run.getFileName();
    Map<String, Curve> curves = curves(run, name);
    double faultyShare = curves.getOrDefault("faulty_weight", Curve.EMPTY).mean();
    curves.replaceAll(
        (column, curve) -> EVALUATED.contains(column) ? curve : curve.averaged(block));
    describeMetrics(run, name);
    return new ReportedRun(
        run.getFileName().toString(),
        RelativeLink.between(pageFolder, run),
        settings(run, name),
        summary.swept(row),
        summary.results(row),
        curves,
        faultyShare,
        weights(run, name));
  }

  private Map<String, Curve> curves(Path run, String name) {
    Map<String, Curve> curves = new LinkedHashMap<>();
    try {
      List<List<String>> rows = Csv.parse(Files.readString(run.resolve("metrics.csv")));
      COLUMNS.forEach(column -> curves.put(column, Curve.of(rows, column)));
      for (String column : rows.get(0)) {
        if (MetricColumn.isMetric(column)) {
          addIfMetric(column);
          curves.put(column, Curve.of(rows, column));
        }
      }
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      throw damaged(name, "metrics.csv");
    }
    return curves;
  }

  /** Descriptions of metrics are optional. */
  private void describeMetrics(Path run, String name) {
    Path file = run.resolve("metrics.json");
    if (Files.exists(file)) {
      try {
        FlatJson.read(Files.readString(file))
            .forEach(
                (column, description) ->
                    metrics.computeIfPresent(
                        column, (key, known) -> known.isEmpty() ? description : known));
      } catch (IOException e) {
        throw damaged(name, "metrics.json");
      }
    }
  }

  private static Map<String, String> settings(Path run, String name) {
    try {
      return RunSettings.of(Files.readString(run.resolve("run.yaml")));
    } catch (IOException e) {
      throw damaged(name, "run.yaml");
    }
  }

  private AgentWeights weights(Path run, String name) {
    try {
      return AgentWeights.of(run.resolve("agents.csv"), Thinning.wide(block));
    } catch (IOException e) {
      throw damaged(name, "agents.csv");
    }
  }

  private static ConfigurationException damaged(String run, String file) {
    return new ConfigurationException(run + " (" + file + " is damaged)");
  }
}
