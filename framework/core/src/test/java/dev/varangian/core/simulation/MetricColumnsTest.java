package dev.varangian.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.core.file.FlatJson;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.record.GridRow;
import dev.varangian.core.record.ResultsFolder;
import dev.varangian.core.record.RunFolder;
import dev.varangian.core.record.RunRecording;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.spi.run.RunDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metrics of components in the files of results. */
class MetricColumnsTest {
  @TempDir private Path folder;

  private static void execute(RunFolder folder, TestRun definition, String fault) {
    PreparedRun prepared = definition.prepared();
    RunDescription run =
        new RunDescription("run", Map.of("fault", fault), "seed: 5\n", folder.path());
    try (ThreadTeam workers = new ThreadTeam(1);
        RunRecording recording =
            RunRecording.open(run, List.of(), row -> {}, Duration.ofHours(1), System::nanoTime)) {
      Optional<SimulationState> from = recording.resume(prepared, note -> {});
      recording.finish(Simulation.run(prepared, workers, recording, from));
    }
  }

  @Test
  void metrics_are_the_last_columns_of_metrics_csv_and_of_the_summary() throws IOException {
    TestRun plain = ComponentMetricsTest.backdoored();
    plain.faults.clear();
    plain.fault(new Faults.Scale(-1), 1, 2);
    plain.filter = Filters.Weighted.rising(4);
    List<GridRow> grid =
        List.of(
            new GridRow("plain", Map.of("fault", "scale")),
            new GridRow("stamped", Map.of("fault", "backdoor")));
    try (ResultsFolder results = ResultsFolder.open(folder)) {
      execute(results.run("plain"), plain, "scale");
      execute(results.run("stamped"), ComponentMetricsTest.backdoored(), "backdoor");
      results.writeSummary(grid);
    }

    List<String> rounds = Files.readAllLines(folder.resolve("runs/stamped/metrics.csv"));
    assertThat(rounds.get(0)).endsWith("faulty_weight,missing,sieve.radius,shout.success_rate");
    assertThat(rounds.get(1)).endsWith(",0,0.25,");
    assertThat(rounds.get(2)).endsWith(",0,,");
    String rate = rounds.get(6).substring(rounds.get(6).lastIndexOf(',') + 1);
    assertThat(Double.parseDouble(rate)).isBetween(0.0, 1.0);
    assertThat(Files.readAllLines(folder.resolve("runs/plain/metrics.csv")).get(0))
        .endsWith("faulty_weight,missing");

    List<String> summary = Files.readAllLines(folder.resolve("summary.csv"));
    assertThat(summary.get(0)).endsWith(",sieve.radius,shout.success_rate");
    assertThat(summary.get(1)).startsWith("scale,").endsWith(",,");
    assertThat(summary.get(2)).startsWith("backdoor,").endsWith(",1.5," + rate);

    Map<String, String> summaries =
        FlatJson.read(Files.readString(folder.resolve("runs/stamped/metrics.json")));
    assertThat(summaries)
        .containsEntry("sieve.radius", "a number per round")
        .containsOnlyKeys("sieve.radius", "shout.success_rate");
    assertThat(folder.resolve("runs/plain/metrics.json")).doesNotExist();
  }
}
