package dev.varangian.core.grid;

import dev.varangian.core.component.Calls;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.Experiment;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.wiring.Preparation;
import dev.varangian.core.wiring.Wiring;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.run.Engine;
import dev.varangian.spi.run.EngineContext;
import dev.varangian.spi.run.EngineListener;
import dev.varangian.spi.run.ResolvedRun;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Executes experiments with an engine. A caller opens the results folder of each experiment, checks
 * it, and runs it:
 *
 * <pre>{@code
 * try (GridExecutor executor = new GridExecutor(engine, context)) {
 *   GridExecution grid = executor.open(experiment, folder);
 *   if (grid.check().problems().isEmpty()) {
 *     grid.run(Environment.current(catalogue.plugins()), false, listener);
 *   }
 * }
 * }</pre>
 */
public final class GridExecutor implements AutoCloseable {
  private final Choice<Engine> choice;
  private final Engine engine;
  private final EngineContext context;
  private final Preparation preparation;
  private final RunSinks sinks;
  private final ThreadTeam threads;
  private final List<GridExecution> open = new CopyOnWriteArrayList<>();
  private volatile boolean stopped;

  /**
   * @param engine see {@link dev.varangian.core.experiment.reading.EngineReader}
   */
  public GridExecutor(Choice<Engine> engine, EngineContext context) {
    DataDirectory data = new DataDirectory(context.data());
    this.choice = engine;
    this.context = context;
    this.preparation = new Preparation(data);
    this.sinks = new RunSinks(data, preparation.calls());
    this.engine =
        preparation
            .calls()
            .call(engine, Calls.NO_ROUND, Calls.NO_AGENT, () -> new Wiring(data, 0).make(engine));
    this.threads = new ThreadTeam(context.threads());
  }

  /**
   * Opens the results folder of an experiment. Closing this executor closes the folder.
   *
   * @throws ConfigurationException if the folder can't be written to, or contains results of
   *     another experiment
   */
  public GridExecution open(Experiment experiment, Path folder) {
    return open(experiment, experiment, folder);
  }

  /**
   * Opens the results folder to execute part of an experiment.
   *
   * @param part the experiment whose runs are executed
   * @param whole the experiment whose finished runs are listed in the summary
   */
  public GridExecution open(Experiment part, Experiment whole, Path folder) {
    GridExecution grid = GridExecution.open(part, whole, folder, this);
    open.add(grid);
    return grid;
  }

  GridCheck check(Experiment experiment) {
    return GridCheck.of(experiment, preparation, sinks, context.silenceLimit());
  }

  RunExecutor runs() {
    return new RunExecutor(preparation, sinks, threads);
  }

  void execute(List<ResolvedRun> runs, EngineListener listener) {
    preparation
        .calls()
        .run(choice, Calls.NO_ROUND, Calls.NO_AGENT, () -> engine.execute(runs, context, listener));
  }

  /** The name of the engine. */
  String engineName() {
    return choice.component().name();
  }

  /** Whether the user has interrupted the execution. */
  boolean isStopped() {
    return stopped;
  }

  /** Prepares the runs in this process. */
  public Preparation preparation() {
    return preparation;
  }

  /** Ends what the engine has started and releases the folders; called by another thread. */
  public void stop() {
    stopped = true;
    engine.close();
    open.forEach(GridExecution::close);
  }

  @Override
  public void close() {
    try (ThreadTeam closed = threads) {
      engine.close();
    } finally {
      open.forEach(GridExecution::close);
    }
  }
}
