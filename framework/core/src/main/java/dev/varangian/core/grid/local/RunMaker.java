package dev.varangian.core.grid.local;

import dev.varangian.core.experiment.RunSpec;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.record.RunFolder;
import dev.varangian.core.record.RunRecording;
import dev.varangian.core.simulation.RunListener;
import dev.varangian.core.simulation.RunResult;
import dev.varangian.core.simulation.Simulation;
import dev.varangian.core.simulation.SimulationState;
import dev.varangian.core.wiring.Attempt;
import dev.varangian.core.wiring.Preparation;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.spi.context.ConfigurationException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes one run at a time and records it, going on from its checkpoint where there is one. */
public final class RunMaker {
  private final Preparation preparation;
  private final ThreadTeam workers;

  /** Tests shorten it by a system property, in milliseconds. */
  private final Duration interval = Duration.ofMillis(Long.getLong("varangian.checkpoint", 30_000));

  /**
   * @param workers the threads it uses
   */
  public RunMaker(Preparation preparation, ThreadTeam workers) {
    this.preparation = preparation;
    this.workers = workers;
  }

  /**
   * Makes a run.
   *
   * @param title its name in messages
   * @param yaml the resolved run
   * @param note told where the run goes on, the text of the claim to put after its title
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
    Attempt<PreparedRun> attempt = preparation.prepare(spec);
    PreparedRun prepared =
        attempt
            .value()
            .orElseThrow(() -> new ConfigurationException(attempt.problems().get(0).toString()));
    try (RunRecording recording =
        RunRecording.open(folder, yaml, listener, interval, System::nanoTime)) {
      Optional<SimulationState> from = recording.resume(prepared, note);
      RunResult result = Simulation.run(prepared, workers, recording, from);
      recording.finish(swept, result);
      return result;
    }
  }
}
