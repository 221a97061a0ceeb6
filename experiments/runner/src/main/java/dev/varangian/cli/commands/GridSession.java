package dev.varangian.cli.commands;

import dev.varangian.cli.report.Report;
import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.GridProgress;
import dev.varangian.cli.terminal.Interruption;
import dev.varangian.cli.terminal.ResultsTables;
import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.plugin.LoadedPlugin;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.reading.EngineReader;
import dev.varangian.core.experiment.yaml.Problem;
import dev.varangian.core.grid.GridCheck;
import dev.varangian.core.grid.GridExecution;
import dev.varangian.core.grid.GridExecutor;
import dev.varangian.core.grid.GridResult;
import dev.varangian.core.record.Environment;
import dev.varangian.spi.run.Engine;
import dev.varangian.spi.run.EngineContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What commands share that execute experiments: progress, the table of results, failures. */
final class GridSession implements AutoCloseable {
  private static final int INTERRUPTED = 130;

  private final Console console;
  private final RunOptions options;
  private final Environment environment;
  private final GridExecutor executor;
  private final Interruption interruption;
  private final String external;
  private volatile boolean checking;
  private int failed;
  private boolean internal;

  GridSession(Console console, CommonOptions common, RunOptions options, Catalogue catalogue) {
    this.console = console;
    this.options = options;
    this.environment = Environment.current(catalogue.plugins());
    EngineContext context =
        new EngineContext(
            options.threads(),
            options.limit(),
            common.dataDirectory(console).path(),
            common.pluginPaths(console));
    this.executor = new GridExecutor(engine(options, catalogue), context);
    this.external =
        catalogue.plugins().stream()
            .filter(LoadedPlugin::foreign)
            .map(LoadedPlugin::name)
            .collect(Collectors.joining(", "));
    this.interruption = new Interruption(this::interrupt);
  }

  private static Choice<Engine> engine(RunOptions options, Catalogue catalogue) {
    EngineReader.Read read =
        EngineReader.read(catalogue, options.engine(), options.engineSettings());
    refuse(read.problems());
    return read.engine().orElseThrow();
  }

  private void interrupt() {
    if (checking) {
      console.note(
          "ended while components were being created: interrupted"
              + (external.isEmpty()
                  ? ""
                  : ", or by System.exit in one of the external plugins " + external));
      Runtime.getRuntime().halt(INTERRUPTED); // a plugin's exit code would pass for the command's
    }
    executor.stop();
    console.note("interrupted; to resume with the finished runs kept: " + commandLine());
  }

  /** Without {@code --fresh}, so that finished runs are kept. */
  private String commandLine() {
    return console.commandLine(argument -> !argument.equals("--fresh"));
  }

  GridExecutor executor() {
    return executor;
  }

  /**
   * Checks grids before anything runs, and prints warnings.
   *
   * @throws UserErrorException if something is wrong, with all of it
   */
  void check(List<GridExecution> grids) {
    if (!options.fresh()) {
      grids.forEach(grid -> grid.requireSamePlugins(environment));
    }
    Set<Problem> problems = new LinkedHashSet<>();
    Set<String> warnings = new LinkedHashSet<>();
    checking = true;
    for (GridExecution grid : grids) {
      GridCheck check = grid.check();
      problems.addAll(check.problems());
      warnings.addAll(check.warnings());
    }
    checking = false;
    warnings.forEach(console::note);
    refuse(problems);
  }

  /**
   * @throws UserErrorException if there are problems, with all of them
   */
  static void refuse(Iterable<Problem> problems) {
    List<String> lines = new ArrayList<>();
    problems.forEach(problem -> lines.add(problem.toString()));
    if (!lines.isEmpty()) {
      throw new UserErrorException(lines);
    }
  }

  /** Executes what is missing. */
  void run(GridExecution grid) {
    try (GridProgress progress = new GridProgress(console, grid.path(), options.quiet())) {
      GridResult result = grid.run(environment, options.fresh(), progress);
      failed += result.failed();
      internal |= result.internal();
    }
  }

  /** Writes the report, prints the table of results, and says where they are. */
  void report(GridExecution grid) {
    Report.write(grid.path());
    console.out().print(ResultsTables.of(grid.sweptKeys(), grid.summary()));
    console.note("results are in " + grid.path() + " (report.html)");
  }

  /**
   * Ends the command if runs have failed.
   *
   * @throws FailedRunsException if so
   */
  void refuseFailures() {
    if (failed > 0) {
      throw new FailedRunsException(
          failed
              + (failed == 1 ? " run" : " runs")
              + " failed, for the reasons above; this runs them again: "
              + commandLine(),
          !internal);
    }
  }

  @Override
  public void close() {
    try (Interruption closed = interruption) {
      executor.close();
    }
  }
}
