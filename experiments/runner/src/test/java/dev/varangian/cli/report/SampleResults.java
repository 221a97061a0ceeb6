package dev.varangian.cli.report;

import dev.varangian.core.file.FlatJson;
import dev.varangian.core.record.Environment;
import dev.varangian.core.record.GridRow;
import dev.varangian.core.record.ResultsFolder;
import dev.varangian.core.record.RunFolder;
import dev.varangian.core.record.RunRecording;
import dev.varangian.core.simulation.RunResult;
import dev.varangian.core.simulation.TimingRow;
import dev.varangian.spi.run.AgentRow;
import dev.varangian.spi.run.RoundRow;
import dev.varangian.spi.run.RunDescription;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Results folders for tests. */
final class SampleResults {
  static final String HOSTILE = "</script><img src=x onerror=\"document.title='broken'\">{{title}}";

  private SampleResults() {}

  /**
   * Filters by name, each with two seeds, of which the second has twice the loss and takes twice
   * the time; the runs of the last filter are fault-free and diverge in round 3.
   */
  static void write(Path folder, String name, List<String> filters) {
    List<GridRow> grid = new ArrayList<>();
    try (ResultsFolder results = ResultsFolder.open(folder)) {
      results.begin(
          "name: \"" + name.replace("\"", "\\\"") + "\"\nmodel: {name: lenet}\nagents: 10\n",
          new Environment("0.1.0", null, "17", "any", "any", "scalar", List.of(), Set.of()));
      for (int i = 0; i < filters.size(); i++) {
        for (int seed = 1; seed <= 2; seed++) {
          Map<String, String> swept = new LinkedHashMap<>();
          swept.put("filter", filters.get(i));
          swept.put("seed", Integer.toString(seed));
          // The order of the folders' names is not that of the grid.
          GridRow row = new GridRow("run-" + (char) ('z' - i) + "-" + seed, swept);
          grid.add(row);
          record(results.run(row.id()), row.swept(), 0.9 - 0.1 * i, seed, i == filters.size() - 1);
        }
      }
      results.writeSummary(grid);
    }
  }

  /** Two figures of {@link #write}'s runs with three filters, and one without runs. */
  static void writeFigures(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("figures.csv"),
        """
        figure,title,rows,from_round,run
        fig2,Two filters,filter,100,run-z-1
        fig2,Two filters,filter,100,run-z-2
        fig2,Two filters,filter,100,run-y-1
        fig2,Two filters,filter,100,run-y-2
        fig2,Two filters,filter,100,run-x-1
        fig3,Another,fault,1,run-z-1
        fig4,A third,fault,1,run-elsewhere
        """);
  }

  /** Adds a metric of a component, with one value for all rounds and runs. */
  static void addMetric(Path folder, String column, String value) throws IOException {
    addColumn(folder.resolve("summary.csv"), column, value);
    try (DirectoryStream<Path> runs = Files.newDirectoryStream(folder.resolve("runs"))) {
      for (Path run : runs) {
        addColumn(run.resolve("metrics.csv"), column, value);
        Path summary = run.resolve("summary.json");
        Map<String, String> cells = FlatJson.read(Files.readString(summary));
        cells.put(column, value);
        Files.writeString(summary, FlatJson.write(cells));
      }
    }
  }

  private static void addColumn(Path file, String column, String value) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(line + "," + (lines.isEmpty() ? column : value));
    }
    Files.write(file, lines);
  }

  private static void record(
      RunFolder folder, Map<String, String> swept, double accuracy, int seed, boolean diverges) {
    int last = diverges ? 3 : 250;
    String yaml = "faulty: " + (diverges ? 0 : 1) + "\nfilter: {name: mean}\n";
    try (RunRecording recording =
        RunRecording.open(
            new RunDescription("run", swept, yaml, folder.path()),
            List.of(),
            row -> {},
            Duration.ofHours(1),
            System::nanoTime)) {
      recording.restart();
      for (int t = 1; t < last; t++) {
        record(recording, round(t, accuracy, seed, diverges, t % 50 == 0));
      }
      RoundRow end = round(last, accuracy, seed, diverges, true);
      record(recording, end);
      recording.finish(
          new RunResult(
              null,
              3,
              end,
              accuracy,
              new float[3],
              diverges ? OptionalInt.of(last) : OptionalInt.empty(),
              !diverges,
              2 * seed));
    }
  }

  private static void record(RunRecording recording, RoundRow row) {
    recording.round(
        row,
        List.of(
            new AgentRow(row.round(), 0, true, 2, 0.25),
            new AgentRow(row.round(), 1, false, 1, 0.75)),
        new TimingRow(row.round(), 0, 0, 0, 0, 0));
  }

  private static RoundRow round(
      int t, double accuracy, int seed, boolean diverges, boolean evaluated) {
    double loss = diverges ? Math.pow(1e15, t) : 2.3 * seed / t;
    return new RoundRow(
        t,
        loss,
        evaluated ? loss : Double.NaN,
        evaluated ? accuracy : Double.NaN,
        1,
        1,
        0.1,
        0,
        Map.of());
  }
}
