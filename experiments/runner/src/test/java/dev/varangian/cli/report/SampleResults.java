package dev.varangian.cli.report;

import dev.varangian.core.record.Environment;
import dev.varangian.core.record.GridRow;
import dev.varangian.core.record.ResultsFolder;
import dev.varangian.core.simulation.RoundRow;
import dev.varangian.core.simulation.RunResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Results folders as a run leaves them. */
final class SampleResults {
  static final String HOSTILE = "</script><img src=x onerror=\"document.title='broken'\">{{title}}";

  private SampleResults() {}

  /** Filters by name, each with two seeds; the last one diverges in round 3. */
  static void write(Path folder, String name, List<String> filters) {
    List<GridRow> grid = new ArrayList<>();
    try (ResultsFolder results = ResultsFolder.open(folder)) {
      results.begin(
          "name: \"" + name.replace("\"", "\\\"") + "\"\nmodel: {name: lenet}\nagents: 10\n",
          new Environment("0.1.0", null, "17", "any", "any", "scalar", List.of()));
      for (int i = 0; i < filters.size(); i++) {
        for (int seed = 1; seed <= 2; seed++) {
          Map<String, String> swept = new LinkedHashMap<>();
          swept.put("filter", filters.get(i));
          swept.put("seed", Integer.toString(seed));
          // The order of the folders' names is not that of the grid.
          GridRow row = new GridRow("run-" + (char) ('z' - i) + "-" + seed, swept);
          grid.add(row);
          results
              .run(row.id())
              .write("seed: 1\n", row.swept(), run(0.9 - 0.1 * i, i == filters.size() - 1));
        }
      }
      results.writeSummary(grid);
    }
  }

  private static RunResult run(double accuracy, boolean diverges) {
    List<RoundRow> rounds = new ArrayList<>();
    int last = diverges ? 3 : 250;
    for (int t = 1; t <= last; t++) {
      boolean evaluated = t % 50 == 0 || t == last;
      double loss = diverges ? Math.pow(1e15, t) : 2.3 / t;
      rounds.add(
          new RoundRow(
              t,
              loss,
              evaluated ? loss : Double.NaN,
              evaluated ? accuracy : Double.NaN,
              1,
              1,
              0.1,
              0));
    }
    return new RunResult(
        null,
        3,
        rounds,
        List.of(),
        List.of(),
        new float[3],
        diverges ? OptionalInt.of(last) : OptionalInt.empty(),
        !diverges,
        2);
  }
}
