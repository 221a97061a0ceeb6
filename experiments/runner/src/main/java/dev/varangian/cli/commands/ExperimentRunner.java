package dev.varangian.cli.commands;

import dev.varangian.cli.report.Report;
import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.GridProgress;
import dev.varangian.cli.terminal.Progress;
import dev.varangian.cli.terminal.ResultsTables;
import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.catalogue.plugin.PluginOrigin;
import dev.varangian.core.component.ComponentException;
import dev.varangian.core.experiment.Experiment;
import dev.varangian.core.experiment.Run;
import dev.varangian.core.experiment.yaml.Problem;
import dev.varangian.core.grid.RunTask;
import dev.varangian.core.grid.local.RunMaker;
import dev.varangian.core.grid.local.WorkerPool;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.record.Environment;
import dev.varangian.core.record.GridRow;
import dev.varangian.core.record.ResultsFolder;
import dev.varangian.core.record.RunFolder;
import dev.varangian.core.simulation.RunResult;
import dev.varangian.core.wiring.Attempt;
import dev.varangian.core.wiring.Preparation;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.spi.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the runs of one experiment, several at a time in processes, into its results folder. */
final class ExperimentRunner implements AutoCloseable {
  /** An empty swept value, in words. */
  private static final String NONE = "none";

  private final Experiment experiment;
  private final Preparation preparation;
  private final ThreadTeam workers;
  private final Console console;
  private final boolean quiet;
  private final ResultsFolder folder;
  private final List<GridRow> grid;
  private final List<GridRow> whole;
  private final Set<Component<?>> used = new LinkedHashSet<>();
  private final Pools pools;
  private volatile @Nullable WorkerPool pool;
  private Collection<Boolean> failures = List.of();

  /** Starts processes. */
  @FunctionalInterface
  interface Pools {
    /**
     * @param processes how many
     */
    WorkerPool start(int processes);
  }

  /** Opens the results folder and makes sure that it is this experiment's. */
  ExperimentRunner(
      Experiment experiment,
      Path path,
      Preparation preparation,
      ThreadTeam workers,
      Pools pools,
      Console console,
      boolean quiet) {
    this(experiment, experiment, path, preparation, workers, pools, console, quiet);
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
      ThreadTeam workers,
      Pools pools,
      Console console,
      boolean quiet) {
    this.experiment = part;
    this.preparation = preparation;
    this.workers = workers;
    this.pools = pools;
    this.console = console;
    this.quiet = quiet;
    this.grid = part.runs().stream().map(run -> place(part, run)).toList();
    this.whole = whole.runs().stream().map(run -> place(whole, run)).toList();
    whole.runs().forEach(run -> used.addAll(run.spec().components()));
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

  /**
   * Makes sure that results that are continued were begun with the same jars.
   *
   * @throws UserErrorException if not
   */
  void requireSamePlugins(Environment environment) {
    folder
        .otherPlugins(environment.using(used))
        .ifPresent(
            difference -> {
              throw new UserErrorException(
                  "results folder "
                      + folder.path()
                      + " was begun with another plugin: "
                      + difference
                      + "; --fresh makes all runs again, or choose another results folder (--out)");
            });
  }

  /** Makes every run's components, to see that they can be made; warns where a proof fails. */
  void check(Consumer<Problem> problems, Patience patience) {
    Set<String> warnings = new LinkedHashSet<>();
    Runnable checks = () -> experiment.runs().forEach(run -> check(run, problems, warnings));
    if (usesForeign()) {
      patience.run(checks);
    } else {
      checks.run();
    }
    warnings.forEach(console::note);
  }

  private void check(Run run, Consumer<Problem> problems, Set<String> warnings) {
    try {
      Attempt<PreparedRun> attempt = preparation.prepare(run.spec());
      attempt.problems().forEach(problems);
      attempt.value().flatMap(prepared -> prepared.server().warning()).ifPresent(warnings::add);
    } catch (ComponentException e) {
      if (!e.foreign()) {
        throw e;
      }
      // It costs this run alone, which will fail for the same reason.
    }
  }

  private boolean usesForeign() {
    return used.stream().anyMatch(component -> PluginOrigin.of(component.type()).foreign());
  }

  /** Makes what is missing, and the summary. */
  void run(Environment environment, boolean fresh) throws IOException {
    folder.begin(experiment.yaml(), environment.using(used));
    if (fresh) {
      grid.forEach(row -> folder.run(row.id()).discard());
    }
    Set<String> finished = new LinkedHashSet<>(folder.finishedRuns());
    // Where the process was killed between the last two steps of recording.
    finished.forEach(id -> folder.run(id).checkpoint().remove());
    sayWhatIsKept(finished);
    List<Integer> missing = new ArrayList<>();
    for (int i = 0; i < grid.size(); i++) {
      if (finished.add(grid.get(i).id())) {
        missing.add(i);
      }
    }
    folder.writeSummary(whole); // without the runs that are to be made again
    int processes = Math.min(missing.size(), workers.threads());
    // A stranger's component may never end, and only a process can be ended.
    if (processes > 1 || processes == 1 && usesForeign()) {
      makeInProcesses(missing, processes);
    } else {
      missing.forEach(this::make);
    }
    folder.writeSummary(whole);
  }

  /** Writes the report, prints the table of results, and says where they are. */
  void report() {
    Report.write(folder.path());
    console.out().print(ResultsTables.of(experiment.sweptKeys(), folder.summary(grid)));
    console.note("results are in " + folder.path() + " (report.html)");
  }

  private void makeInProcesses(List<Integer> missing, int processes) {
    try (WorkerPool started = pools.start(processes)) {
      pool = started;
      makeAll(missing, started);
    }
  }

  /**
   * Tells of runs that failed.
   *
   * @throws FailedRunsException if there are any
   */
  void refuseFailures() {
    if (!failures.isEmpty()) {
      throw new FailedRunsException(
          failures.size()
              + (failures.size() == 1 ? " run" : " runs")
              + " failed, for the reasons above; this makes them again: "
              + console.commandLine(argument -> !argument.equals("--fresh")),
          failures.stream().allMatch(users -> users));
    }
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
    try (Progress progress = new Progress(console, title(index), run.spec().rounds(), quiet)) {
      RunResult result =
          new RunMaker(preparation, workers)
              .make(
                  words(index),
                  run.spec(),
                  run.yaml(),
                  folder.run(run.id()),
                  grid.get(index).swept(),
                  progress,
                  line -> console.note(words(index) + " " + line));
      progress.end(result.last(), result.divergedAt().isPresent());
    }
    folder.writeSummary(whole);
  }

  /** Makes runs side by side, each in a process. */
  private void makeAll(List<Integer> indices, WorkerPool pool) {
    List<RunTask> tasks = new ArrayList<>();
    for (int index : indices) {
      Run run = experiment.runs().get(index);
      RunFolder own = folder.run(run.id());
      own.begin(run.yaml());
      tasks.add(
          new RunTask(
              words(index),
              own.path().toAbsolutePath(),
              run.spec().rounds(),
              grid.get(index).swept()));
    }
    try (GridProgress progress =
        new GridProgress(console, tasks, quiet, () -> folder.writeSummary(whole))) {
      pool.make(tasks, progress);
      failures = progress.failures().values();
    }
  }

  private String title(int index) {
    String count = grid.size() > 1 ? "[" + (index + 1) + "/" + grid.size() + "] " : "";
    return count + words(index);
  }

  /** What tells the run from others. */
  private String words(int index) {
    List<String> words = new ArrayList<>();
    grid.get(index)
        .swept()
        .forEach((key, value) -> words.add(key + "=" + (value.isEmpty() ? NONE : value)));
    return words.isEmpty() ? experiment.name() : String.join(" ", words);
  }

  /** Where a run's files lie. */
  RunFolder run(String id) {
    return folder.run(id);
  }

  @Override
  public void close() {
    WorkerPool running = pool;
    if (running != null) {
      running.close();
    }
    folder.close();
  }
}
