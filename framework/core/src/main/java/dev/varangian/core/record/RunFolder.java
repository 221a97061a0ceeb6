package dev.varangian.core.record;

import dev.varangian.core.simulation.AgentRow;
import dev.varangian.core.simulation.RoundRow;
import dev.varangian.core.simulation.RunResult;
import dev.varangian.core.simulation.TimingRow;
import dev.varangian.spi.ConfigurationException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of one run. {@code summary.json} is written last: where it is, all the others are, and
 * the run is finished.
 *
 * @param path {@code OUT/runs/<id>}; need not exist
 */
public record RunFolder(Path path) {
  private static final String SUMMARY = "summary.json";
  private static final List<String> FILES =
      List.of("run.yaml", "metrics.csv", "agents.csv", "timings.csv", "weights.npy", SUMMARY);

  /** Whether the run was recorded to the end, and all of it is still there. */
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

  /** The state of the run where it is unfinished. */
  public Checkpoint checkpoint() {
    return new Checkpoint(path.resolve("checkpoint.bin"));
  }

  /**
   * Begins the run anew, or goes on with it; a finished one is no longer.
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
   * Makes the run unfinished, if it was, so that it is made again.
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

  /**
   * Records the finished run, in place of what an earlier attempt left.
   *
   * @param runYaml the resolved run
   * @param swept the swept keys with this run's values
   * @throws ConfigurationException if a file can't be written
   */
  public void write(String runYaml, Map<String, String> swept, RunResult result) {
    begin(runYaml);
    AtomicFile.writeText(path.resolve("metrics.csv"), out -> writeMetrics(result, out));
    AtomicFile.writeText(path.resolve("agents.csv"), out -> writeAgents(result, out));
    AtomicFile.writeText(path.resolve("timings.csv"), out -> writeTimings(result, out));
    AtomicFile.write(path.resolve("weights.npy"), out -> NpyWriter.write(result.weights(), out));
    AtomicFile.writeText(path.resolve(SUMMARY), FlatJson.write(summaryCells(swept, result)));
    checkpoint().remove();
  }

  private void createFolder() {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new ConfigurationException("cannot create " + path + ": " + IoReason.of(e));
    }
  }

  /** Where a swept key has the name of a column of results ({@code rounds}), the result stands. */
  private static Map<String, String> summaryCells(Map<String, String> swept, RunResult result) {
    RunSummary summary = RunSummary.of(result);
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("parameters", Integer.toString(summary.parameters()));
    cells.putAll(swept);
    cells.putAll(summary.cells());
    return cells;
  }

  private static void writeMetrics(RunResult result, Writer out) throws IOException {
    out.write(
        "round,train_loss,test_loss,test_accuracy,update_norm,honest_gradient_norm,"
            + "faulty_weight,missing\n");
    for (RoundRow row : result.rounds()) {
      out.write(Integer.toString(row.round()));
      writeCell(row.trainLoss(), out);
      writeCell(row.testLoss(), out);
      writeCell(row.testAccuracy(), out);
      writeCell(row.updateNorm(), out);
      writeCell(row.honestGradientNorm(), out);
      writeCell(row.faultyWeight(), out);
      out.write("," + row.missing() + "\n");
    }
  }

  /** Agents are counted from 1 in files. */
  private static void writeAgents(RunResult result, Writer out) throws IOException {
    out.write("round,agent,faulty,norm,weight\n");
    for (AgentRow row : result.agents()) {
      out.write(row.round() + "," + (row.agent() + 1) + "," + row.faulty());
      writeCell(row.norm(), out);
      writeCell(row.weight(), out);
      out.write('\n');
    }
  }

  private static void writeTimings(RunResult result, Writer out) throws IOException {
    out.write("round,gradients_ms,faults_ms,filter_ms,update_ms,evaluation_ms\n");
    for (TimingRow row : result.timings()) {
      out.write(Integer.toString(row.round()));
      writeCell(milliseconds(row.gradients()), out);
      writeCell(milliseconds(row.faults()), out);
      writeCell(milliseconds(row.filter()), out);
      writeCell(milliseconds(row.update()), out);
      writeCell(milliseconds(row.evaluation()), out);
      out.write('\n');
    }
  }

  private static void writeCell(double value, Writer out) throws IOException {
    out.write(',');
    out.write(FloatText.of(value));
  }

  private static double milliseconds(long nanoseconds) {
    return nanoseconds / 1e6;
  }
}
