package dev.varangian.core.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.experiment.Experiment;
import dev.varangian.core.experiment.reading.EngineReader;
import dev.varangian.core.experiment.reading.ExperimentReader;
import dev.varangian.core.experiment.reading.Parsed;
import dev.varangian.core.grid.local.LocalPlugin;
import dev.varangian.core.record.Environment;
import dev.varangian.spi.run.EngineContext;
import dev.varangian.spi.run.ResolvedRun;
import dev.varangian.spi.run.RoundRow;
import dev.varangian.spi.run.RunOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep is executed by the core alone, without the command. */
class GridExecutorTest {
  private static final Catalogue CATALOGUE = Catalogue.of(new SmallPlugin(), new LocalPlugin());

  private static final String SWEEP =
      """
      name: small
      model: line
      dataset: points
      agents: 4
      batch-size: 3
      rounds: 6
      step-size: {name: half}
      evaluate-every: 2
      sweep: {filter: [average, first]}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void clear_what_was_received() {
    SmallPlugin.RECEIVED.clear();
  }

  /** What the listener was told. */
  private static class Told implements GridListener {
    final List<String> lines = new ArrayList<>();

    @Override
    public void begin(List<ResolvedRun> missing, int finished) {
      lines.add(missing.size() + " missing, " + finished + " finished");
    }

    @Override
    public void note(ResolvedRun run, String line) {
      lines.add(run.title() + ": " + line);
    }

    @Override
    public void printed(String line) {
      lines.add("printed " + line);
    }

    @Override
    public void round(ResolvedRun run, RoundRow row) {}

    @Override
    public void finished(ResolvedRun run, RunOutcome outcome) {
      lines.add(run.title() + " finished after " + outcome.last().round());
    }

    @Override
    public void failed(ResolvedRun run, String reason, boolean internal) {
      lines.add(run.title() + " failed: " + reason + (internal ? " (internal)" : ""));
    }
  }

  private GridResult run(String engine, String more, Path out, GridListener listener) {
    Parsed parsed =
        new ExperimentReader(CATALOGUE).read(SWEEP + more, Path.of("s.yaml"), List.of());
    assertThat(parsed.problems()).isEmpty();
    Experiment experiment = parsed.experiment().orElseThrow();
    EngineContext context = new EngineContext(1, Duration.ofMinutes(5), folder, List.of());
    EngineReader.Read read = EngineReader.read(CATALOGUE, engine, List.of());
    try (GridExecutor executor = new GridExecutor(read.engine().orElseThrow(), context)) {
      GridExecution grid = executor.open(experiment, out);
      assertThat(grid.check().problems()).isEmpty();
      return grid.run(Environment.current(CATALOGUE.plugins()), false, listener);
    }
  }

  private static Map<String, String> files(Path out) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out.resolve("runs"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (!name.equals("timings.csv") && !name.equals("summary.json")) {
          contents.put(out.relativize(file).toString(), Arrays.toString(Files.readAllBytes(file)));
        }
      }
    }
    return contents;
  }

  @Test
  void what_is_missing_is_executed_and_recorded() throws IOException {
    Told told = new Told();
    Path out = folder.resolve("out");
    assertThat(run("local", "", out, told)).isEqualTo(new GridResult(0, false));
    assertThat(told.lines)
        .containsExactly(
            "2 missing, 0 finished",
            "filter=average finished after 6",
            "filter=first finished after 6");
    assertThat(Files.readAllLines(out.resolve("summary.csv"))).hasSize(1 + 2);

    Told again = new Told();
    assertThat(run("local", "", out, again)).isEqualTo(new GridResult(0, false));
    assertThat(again.lines).containsExactly("0 missing, 2 finished");
  }

  @Test
  void another_engine_and_sinks_leave_the_same_bytes() throws IOException {
    run("local", "", folder.resolve("one"), new Told());
    run("in-order", "sinks: [notes]\n", folder.resolve("two"), new Told());
    assertThat(files(folder.resolve("two"))).hasSize(2 * 4).isEqualTo(files(folder.resolve("one")));
    assertThat(Files.readString(folder.resolve("two/experiment.yaml")))
        .contains("sinks: [{name: notes}]");
  }

  @Test
  void an_experiment_with_other_sinks_continues_the_same_results() {
    run("local", "", folder.resolve("out"), new Told());
    Told told = new Told();
    run("in-order", "sinks: [notes]\n", folder.resolve("out"), told);
    assertThat(told.lines).containsExactly("0 missing, 2 finished");
    assertThat(SmallPlugin.RECEIVED).isEmpty();
  }

  @Test
  void a_sink_sees_each_round_of_each_run() {
    run("local", "sinks: [notes]\n", folder.resolve("out"), new Told());
    assertThat(SmallPlugin.RECEIVED)
        .hasSize(2 * (6 + 3))
        .startsWith("begin {filter=average} after 0", "round 1 of 4", "round 2 of 4")
        .endsWith("round 6 of 4", "end 6", "close");
  }

  @Test
  void what_a_sink_throws_fails_its_run_and_names_it() {
    Told told = new Told();
    assertThat(run("local", "sinks: [clumsy]\n", folder.resolve("out"), told).failed())
        .isEqualTo(2);
    assertThat(told.lines.get(1))
        .startsWith("filter=average failed: the sink clumsy of the plugin ")
        .contains("failed in round 2: IllegalStateException: dropped it");
  }

  @Test
  void a_resumed_run_continues_its_sinks_after_the_checkpoint() throws IOException {
    String interval = System.setProperty("varangian.checkpoint", "0");
    Path out = folder.resolve("out");
    try {
      GridListener killer =
          new Told() {
            @Override
            public void round(ResolvedRun run, RoundRow row) {
              if (row.round() == 4) {
                throw new IllegalStateException("killed");
              }
            }
          };
      assertThatIllegalStateException()
          .isThrownBy(() -> run("in-order", "sinks: [notes]\n", out, killer))
          .withMessage("killed");
    } finally {
      if (interval == null) {
        System.clearProperty("varangian.checkpoint");
      } else {
        System.setProperty("varangian.checkpoint", interval);
      }
    }
    assertThat(SmallPlugin.RECEIVED).endsWith("round 4 of 4", "close").doesNotContain("end 4");
    SmallPlugin.RECEIVED.clear();
    Told told = new Told();
    run("in-order", "sinks: [notes]\n", out, told);
    assertThat(told.lines.get(1)).startsWith("filter=average: resuming from round ");
    int after = Integer.parseInt(told.lines.get(1).replaceFirst(".* ", ""));
    assertThat(after).isBetween(1, 3);
    assertThat(SmallPlugin.RECEIVED)
        .startsWith("begin {filter=average} after " + after, "round " + (after + 1) + " of 4");
    run("local", "", folder.resolve("whole"), new Told());
    assertThat(files(out)).isEqualTo(files(folder.resolve("whole")));
  }

  @Test
  void a_run_that_the_engine_does_not_execute_has_failed() {
    Told told = new Told();
    assertThat(run("lazy", "", folder.resolve("out"), told)).isEqualTo(new GridResult(1, true));
    assertThat(told.lines)
        .contains("filter=first failed: the engine lazy did not execute it (internal)");
  }

  @Test
  void an_unknown_engine_or_parameter_is_one_problem() {
    assertThat(EngineReader.read(CATALOGUE, "locl", List.of()).problems())
        .singleElement()
        .asString()
        .contains("no engine is called \"locl\" (nearest: local; all: varangian list engines)");
    assertThat(
            EngineReader.read(CATALOGUE, "local", List.of("seed=1", "engine.process=2")).problems())
        .singleElement()
        .asString()
        .contains("processes");
    assertThat(EngineReader.read(CATALOGUE, "local", List.of("engine.processes=2")).problems())
        .isEmpty();
  }
}
