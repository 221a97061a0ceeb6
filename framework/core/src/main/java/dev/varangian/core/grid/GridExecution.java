package dev.varangian.core.grid;

import dev.varangian.core.experiment.Experiment;
import dev.varangian.core.experiment.Run;
import dev.varangian.core.record.Environment;
import dev.varangian.core.record.GridRow;
import dev.varangian.core.record.ResultsFolder;
import dev.varangian.core.record.RunFolder;
import dev.varangian.spi.Component;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.run.ResolvedRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The runs of an experiment and their results folder, which is locked against other processes. */
public final class GridExecution implements AutoCloseable {
  /** How an empty swept value is shown. */
  private static final String NONE = "none";

  private final Experiment experiment;
  private final ResultsFolder folder;
  private final List<GridRow> rows;
  private final List<GridRow> whole;
  private final Set<Component<?>> used = new LinkedHashSet<>();
  private final GridExecutor executor;

  private GridExecution(
      Experiment part, Experiment whole, ResultsFolder folder, GridExecutor executor) {
    this.experiment = part;
    this.folder = folder;
    this.rows = part.runs().stream().map(run -> row(part, run)).toList();
    this.whole = whole.runs().stream().map(run -> row(whole, run)).toList();
    this.executor = executor;
    whole.runs().forEach(run -> used.addAll(run.spec().components()));
  }

  static GridExecution open(Experiment part, Experiment whole, Path path, GridExecutor executor) {
    ResultsFolder folder = ResultsFolder.open(path);
    try {
      folder.check(part.yaml());
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
    return new GridExecution(part, whole, folder, executor);
  }

  private static GridRow row(Experiment experiment, Run run) {
    Map<String, String> swept = new LinkedHashMap<>();
    for (int i = 0; i < experiment.sweptKeys().size(); i++) {
      swept.put(experiment.sweptKeys().get(i), run.sweptValues().get(i));
    }
    return new GridRow(run.id(), swept);
  }

  /**
   * Checks that existing results were produced with the same jars.
   *
   * @throws ConfigurationException if not
   */
  public void requireSamePlugins(Environment environment) {
    folder
        .otherPlugins(environment.using(used))
        .ifPresent(
            difference -> {
              throw new ConfigurationException(
                  "results folder "
                      + folder.path()
                      + " was created with a different plugin: "
                      + difference
                      + "; --fresh runs everything again, or choose another results folder"
                      + " (--out)");
            });
  }

  /** Creates and checks the components of every run. */
  public GridCheck check() {
    return executor.check(experiment);
  }

  /**
   * Executes the runs that are not finished, and writes the summary after each.
   *
   * @param fresh whether finished runs are executed again
   */
  public GridResult run(Environment environment, boolean fresh, GridListener listener) {
    folder.begin(experiment.yaml(), environment.using(used));
    if (fresh) {
      rows.forEach(row -> folder.run(row.id()).discard());
    }
    Set<String> finished = new LinkedHashSet<>(folder.finishedRuns());
    // In case the process was killed between the last two steps of recording.
    finished.forEach(id -> folder.run(id).checkpoint().remove());
    int kept = (int) rows.stream().map(GridRow::id).distinct().filter(finished::contains).count();
    List<ResolvedRun> missing = missing(finished);
    folder.writeSummary(whole); // without the runs that will be executed again
    EngineReports progress = new EngineReports(listener, () -> folder.writeSummary(whole));
    listener.begin(missing, kept);
    if (!missing.isEmpty()) {
      try {
        executor.execute(missing, progress);
      } finally {
        progress.rethrow();
      }
    }
    if (!executor.isStopped()) {
      progress.requireEnds(missing, executor.engineName());
    }
    folder.writeSummary(whole);
    return progress.result();
  }

  private List<ResolvedRun> missing(Set<String> finished) {
    RunExecutor runs = executor.runs();
    Set<String> seen = new LinkedHashSet<>(finished);
    List<ResolvedRun> missing = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Run run = experiment.runs().get(i);
      if (seen.add(run.id())) {
        RunFolder own = folder.run(run.id());
        own.begin(run.yaml());
        missing.add(
            GridRun.of(
                run,
                experiment.sinks(),
                title(rows.get(i)),
                rows.get(i).swept(),
                own.path().toAbsolutePath(),
                runs));
      }
    }
    return missing;
  }

  /** The swept values that distinguish the run from the others. */
  private String title(GridRow row) {
    List<String> words = new ArrayList<>();
    row.swept().forEach((key, value) -> words.add(key + "=" + (value.isEmpty() ? NONE : value)));
    return words.isEmpty() ? experiment.name() : String.join(" ", words);
  }

  /** The table of the finished runs: a header, then swept values and results. */
  public List<List<String>> summary() {
    return folder.summary(rows);
  }

  /** The swept keys, which are the first columns of the summary. */
  public List<String> sweptKeys() {
    return experiment.sweptKeys();
  }

  /** The results folder. */
  public Path path() {
    return folder.path();
  }

  /** The folder of a run. */
  public RunFolder run(String id) {
    return folder.run(id);
  }

  @Override
  public void close() {
    folder.close();
  }
}
