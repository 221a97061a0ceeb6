package dev.varangian.cli.worker;

import dev.varangian.core.experiment.RunSpec;
import dev.varangian.core.record.Checkpoint;
import dev.varangian.core.record.RunFolder;
import dev.varangian.core.simulation.Preparation;
import dev.varangian.core.simulation.PreparedRun;
import dev.varangian.core.simulation.RunListener;
import dev.varangian.core.simulation.RunResult;
import dev.varangian.core.simulation.Simulation;
import dev.varangian.core.simulation.SimulationState;
import dev.varangian.core.simulation.Workers;
import dev.varangian.spi.ConfigurationException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes one run at a time and records it, going on from its checkpoint where there is one. */
public final class RunMaker {
  private final Preparation preparation;
  private final Workers workers;

  /**
   * @param workers the threads it uses
   */
  public RunMaker(Preparation preparation, Workers workers) {
    this.preparation = preparation;
    this.workers = workers;
  }

  /**
   * Makes a run.
   *
   * @param title what it is called in messages
   * @param yaml the resolved run
   * @param note told where it goes on
   * @throws ConfigurationException if it can't be made or recorded
   */
  public RunResult make(
      String title,
      RunSpec spec,
      String yaml,
      RunFolder folder,
      Map<String, String> swept,
      RunListener listener,
      Consumer<String> note) {
    PreparedRun prepared =
        preparation.prepare(
            spec,
            problem -> {
              throw new ConfigurationException(problem.toString());
            });
    if (prepared == null) {
      throw new IllegalStateException(title + " could not be prepared");
    }
    folder.begin(yaml);
    Optional<SimulationState> from = unfinished(folder.checkpoint(), title, note);
    RunResult result =
        Simulation.run(prepared, workers, listener, from, new Checkpoints(folder.checkpoint()));
    folder.write(yaml, swept, result);
    return result;
  }

  /** Where an earlier attempt ended. */
  private static Optional<SimulationState> unfinished(
      Checkpoint checkpoint, String title, Consumer<String> note) {
    if (!checkpoint.exists()) {
      return Optional.empty();
    }
    try {
      SimulationState state = checkpoint.read();
      note.accept(title + " goes on after round " + state.round());
      return Optional.of(state);
    } catch (IOException e) {
      note.accept(
          title + " starts anew: " + checkpoint.file() + " can't be used: " + e.getMessage());
      return Optional.empty();
    }
  }
}
