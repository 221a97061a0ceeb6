package dev.varangian.cli;

import dev.varangian.cli.report.Report;
import dev.varangian.core.experiment.Experiment;
import dev.varangian.core.experiment.Problem;
import dev.varangian.core.experiment.Run;
import dev.varangian.core.record.Checkpoint;
import dev.varangian.core.record.Environment;
import dev.varangian.core.record.GridRow;
import dev.varangian.core.record.ResultsFolder;
import dev.varangian.core.record.RunFolder;
import dev.varangian.core.simulation.Preparation;
import dev.varangian.core.simulation.PreparedRun;
import dev.varangian.core.simulation.RunResult;
import dev.varangian.core.simulation.Simulation;
import dev.varangian.core.simulation.SimulationState;
import dev.varangian.core.simulation.Workers;
import dev.varangian.spi.Condition;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Makes the runs of one experiment, one after the other, into its results folder. */
final class ExperimentRunner implements AutoCloseable {
  private final Experiment experiment;
  private final Preparation preparation;
  private final Workers workers;
  private final Console console;
  private final boolean quiet;
  private final ResultsFolder folder;
  private final List<GridRow> grid;
  private final List<GridRow> whole;

  /** Opens the results folder and makes sure that it is this experiment's. */
  ExperimentRunner(
      Experiment experiment,
      Path path,
      Preparation preparation,
      Workers workers,
      Console console,
      boolean quiet) {
    this(experiment, experiment, path, preparation, workers, console, quiet);
  }

  /**
   * Makes a part of an experiment.
   *
   * @param part its runs are made
   * @param whole finished runs of all of it stand in the summary
   */
  ExperimentRunner(
      Experiment part,
      Experiment whole,
      Path path,
      Preparation preparation,
      Workers workers,
      Console console,
      boolean quiet) {
    this.experiment = part;
    this.preparation = preparation;
    this.workers = workers;
    this.console = console;
    this.quiet = quiet;
    this.grid = part.runs().stream().map(run -> place(part, run)).toList();
    this.whole = whole.runs().stream().map(run -> place(whole, run)).toList();
    this.folder = ResultsFolder.open(path);
    try {
      folder.check(experiment.yaml());
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static GridRow place(Experiment experiment, Run run) {
    Map<String, String> swept = new LinkedHashMap<>();
    for (int i = 0; i < experiment.sweptKeys().size(); i++) {
      swept.put(experiment.sweptKeys().get(i), run.sweptValues().get(i));
    }
    return new GridRow(run.id(), swept);
  }

  /** Makes every run's components, to see that they can be made; warns where a proof fails. */
  void check(Consumer<Problem> problems) {
    Set<String> warnings = new LinkedHashSet<>();
    for (Run run : experiment.runs()) {
      PreparedRun prepared = preparation.prepare(run.spec(), problems);
      if (prepared != null && !prepared.resilience().met()) {
        Condition condition = prepared.resilience();
        warnings.add(
            run.spec().filter().component().name()
                + " is not proved resilient at n = "
                + run.spec().agents()
                + ", f = "
                + run.spec().tolerance()
                + ": its condition is "
                + condition.text());
      }
    }
    warnings.forEach(console::note);
  }

  /** Makes what is missing, then the summary and the report; prints the table of results. */
  void run(Environment environment, boolean fresh) throws IOException {
    folder.begin(experiment.yaml(), environment);
    if (fresh) {
      grid.forEach(row -> folder.run(row.id()).discard());
    }
    Set<String> finished = new LinkedHashSet<>(folder.finishedRuns());
    sayWhatIsKept(finished);
    for (int i = 0; i < grid.size(); i++) {
      if (finished.add(grid.get(i).id())) {
        make(i);
        folder.writeSummary(whole);
      }
    }
    folder.writeSummary(whole);
    Report.write(folder.path());
    console.out().print(Columns.of(forReading(folder.summary(grid))));
    console.note("results are in " + folder.path() + " (report.html)");
  }

  private void sayWhatIsKept(Set<String> finished) {
    long kept = grid.stream().map(GridRow::id).distinct().filter(finished::contains).count();
    if (kept > 0) {
      console.note(
          kept
              + " finished "
              + (kept == 1 ? "run is" : "runs are")
              + " kept in "
              + folder.path()
              + " (--fresh makes them again)");
    }
  }

  private void make(int index) {
    Run run = experiment.runs().get(index);
    PreparedRun prepared =
        preparation.prepare(
            run.spec(),
            problem -> {
              throw new UserErrorException(problem.toString());
            });
    if (prepared == null) {
      throw new IllegalStateException("run " + grid.get(index).id() + " could not be prepared");
    }
    RunFolder own = folder.run(grid.get(index).id());
    own.begin(run.yaml());
    Optional<SimulationState> from = unfinished(own.checkpoint(), title(index));
    try (Progress progress = new Progress(console, title(index), run.spec().rounds(), quiet)) {
      RunResult result =
          Simulation.run(prepared, workers, progress, from, new Checkpoints(own.checkpoint()));
      progress.end(
          result.rounds().get(result.rounds().size() - 1), result.divergedAt().isPresent());
      folder.writeRun(grid.get(index), run.yaml(), result);
    }
  }

  /** Where an earlier attempt ended. */
  private Optional<SimulationState> unfinished(Checkpoint checkpoint, String title) {
    if (!checkpoint.exists()) {
      return Optional.empty();
    }
    try {
      SimulationState state = checkpoint.read();
      console.note(title + " goes on after round " + state.round());
      return Optional.of(state);
    } catch (IOException e) {
      console.note(
          title + " starts anew: " + checkpoint.file() + " can't be used: " + e.getMessage());
      return Optional.empty();
    }
  }

  private String title(int index) {
    StringBuilder title = new StringBuilder();
    if (grid.size() > 1) {
      title.append("[").append(index + 1).append("/").append(grid.size()).append("]");
    }
    grid.get(index)
        .swept()
        .forEach((key, value) -> title.append(' ').append(key).append('=').append(value));
    return title.isEmpty() ? experiment.name() : title.toString();
  }

  /** The table of results with numbers cut to what a reader takes in. */
  private static List<List<String>> forReading(List<List<String>> table) {
    List<List<String>> shorter = new ArrayList<>();
    for (List<String> row : table) {
      shorter.add(row.stream().map(ExperimentRunner::shortened).toList());
    }
    return shorter;
  }

  private static String shortened(String cell) {
    return cell.matches("-?[0-9]+[.][0-9]{5,}")
        ? new BigDecimal(cell).setScale(4, RoundingMode.HALF_EVEN).toPlainString()
        : cell;
  }

  /** Where a run's files lie. */
  RunFolder run(String id) {
    return folder.run(id);
  }

  @Override
  public void close() {
    folder.close();
  }
}
