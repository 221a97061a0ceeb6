package dev.varangian.core.record;

import dev.varangian.core.file.AtomicFile;
import dev.varangian.core.file.FlatJson;
import dev.varangian.core.file.FloatText;
import dev.varangian.core.file.IoReason;
import dev.varangian.core.file.NpyWriter;
import dev.varangian.core.simulation.RunResult;
import dev.varangian.core.wiring.ComponentMetric;
import dev.varangian.spi.context.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of one run. {@code summary.json} is written last: if it exists, all other files are
 * complete and the run is finished.
 *
 * @param path {@code OUT/runs/<id>}; may not exist
 */
public record RunFolder(Path path) {
  private static final String SUMMARY = "summary.json";

  /** The key of d in {@code summary.json}. */
  static final String PARAMETERS = "parameters";

  private static final List<String> FILES =
      List.of("run.yaml", "metrics.csv", "agents.csv", "timings.csv", "weights.npy", SUMMARY);

  /** Returns whether the run is finished and all its files exist. */
  public boolean finished() {
    if (!FILES.stream().allMatch(name -> Files.isRegularFile(path.resolve(name)))) {
      return false;
    }
    try {
      return FlatJson.read(Files.readString(path.resolve(SUMMARY)))
          .keySet()
          .containsAll(RunSummary.COLUMNS);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * {@code summary.json} as cells: {@code parameters}, the swept keys and {@link
   * RunSummary#COLUMNS}.
   *
   * @throws ConfigurationException if it can't be read
   */
  public Map<String, String> summary() {
    Path file = path.resolve(SUMMARY);
    try {
      return FlatJson.read(Files.readString(file));
    } catch (IOException e) {
      throw new ConfigurationException("cannot read " + file + ": " + IoReason.of(e));
    }
  }

  /** Returns the checkpoint of an unfinished run. */
  public Checkpoint checkpoint() {
    return new Checkpoint(path.resolve("checkpoint.bin"));
  }

  /**
   * Starts or resumes the run; a finished run becomes unfinished.
   *
   * @param runYaml the resolved run
   * @throws ConfigurationException if a file can't be written
   */
  public void begin(String runYaml) {
    removeSummary();
    createFolder();
    AtomicFile.writeText(path.resolve("run.yaml"), runYaml);
  }

  /**
   * Marks the run as unfinished, so that it is run again.
   *
   * @throws ConfigurationException if the file can't be removed
   */
  public void discard() {
    checkpoint().remove();
    removeSummary();
  }

  private void removeSummary() {
    Path file = path.resolve(SUMMARY);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new ConfigurationException("cannot remove " + file + ": " + IoReason.of(e));
    }
  }

  /** Records the end of a run whose rows are written. */
  void finish(Map<String, String> swept, RunResult result) {
    AtomicFile.write(path.resolve("weights.npy"), out -> NpyWriter.write(result.weights(), out));
    AtomicFile.writeText(path.resolve(SUMMARY), FlatJson.write(summaryCells(swept, result)));
    checkpoint().remove();
  }

  /**
   * Records what the columns of components' metrics mean, for the report; the file exists only
   * where there are some.
   *
   * @throws ConfigurationException if the file can't be written or removed
   */
  void describe(List<ComponentMetric> metrics) {
    Path file = path.resolve("metrics.json");
    if (metrics.isEmpty()) {
      AtomicFile.remove(file);
      return;
    }
    Map<String, String> summaries = new LinkedHashMap<>();
    metrics.forEach(each -> summaries.put(each.column(), each.metric().summary()));
    AtomicFile.writeText(file, FlatJson.write(summaries));
  }

  private void createFolder() {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new ConfigurationException("cannot create " + path + ": " + IoReason.of(e));
    }
  }

  /** If a swept key has the name of a result column ({@code rounds}), the result is written. */
  private static Map<String, String> summaryCells(Map<String, String> swept, RunResult result) {
    RunSummary summary = RunSummary.of(result);
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put(PARAMETERS, Integer.toString(summary.parameters()));
    cells.putAll(swept);
    cells.putAll(summary.cells());
    result.last().metrics().forEach((column, value) -> cells.put(column, FloatText.of(value)));
    return cells;
  }
}
