package dev.varangian.core.grid;

import dev.varangian.core.component.ComponentException;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.RunSpec;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.record.RunRecording;
import dev.varangian.core.simulation.RunResult;
import dev.varangian.core.simulation.Simulation;
import dev.varangian.core.simulation.SimulationState;
import dev.varangian.core.wiring.Attempt;
import dev.varangian.core.wiring.Preparation;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.run.EngineListener;
import dev.varangian.spi.run.ResolvedRun;
import dev.varangian.spi.run.RunOutcome;
import dev.varangian.spi.run.Sink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Executes one run at a time in this process and records it, resuming from its checkpoint. */
final class RunExecutor {
  private static final String OUT_OF_MEMORY =
      "out of memory; fewer agents, a smaller batch size or a smaller model need less, and fewer"
          + " --threads or VARANGIAN_OPTS=-Xmx… leave more for each run";

  private final Preparation preparation;
  private final RunSinks sinks;
  private final ThreadTeam threads;

  /** The time between checkpoints; tests shorten it with a system property, in milliseconds. */
  private final Duration interval = Duration.ofMillis(Long.getLong("varangian.checkpoint", 30_000));

  RunExecutor(Preparation preparation, RunSinks sinks, ThreadTeam threads) {
    this.preparation = preparation;
    this.sinks = sinks;
    this.threads = threads;
  }

  /** Executes a run and reports how it ended, in every case. */
  void execute(ResolvedRun run, RunSpec spec, List<Choice<Sink>> choices, EngineListener listener) {
    FailureTrace trace = new FailureTrace(run.description().folder());
    RunOutcome outcome;
    try {
      trace.clear();
      outcome = outcome(run, spec, choices, listener);
    } catch (ListenerException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    } catch (ConfigurationException e) {
      listener.failed(run, String.valueOf(e.getMessage()), false);
      return;
    } catch (ComponentException e) {
      listener.failed(run, e.getMessage() + trace.write(e), !e.foreign());
      return;
    } catch (OutOfMemoryError e) {
      listener.failed(run, OUT_OF_MEMORY, false);
      return;
    } catch (RuntimeException | Error e) {
      listener.failed(run, "internal error: " + e + trace.write(e), true);
      return;
    }
    listener.finished(run, outcome);
  }

  private RunOutcome outcome(
      ResolvedRun run, RunSpec spec, List<Choice<Sink>> choices, EngineListener listener) {
    Attempt<PreparedRun> attempt = preparation.prepare(spec);
    PreparedRun prepared =
        attempt
            .value()
            .orElseThrow(() -> new ConfigurationException(attempt.problems().get(0).toString()));
    try (RunRecording recording =
        RunRecording.open(
            run.description(),
            sinks.of(choices, spec.seed()),
            row -> ListenerException.guard(() -> listener.round(run, row)),
            interval,
            System::nanoTime)) {
      Optional<SimulationState> from =
          recording.resume(
              prepared, line -> ListenerException.guard(() -> listener.note(run, line)));
      RunResult result = Simulation.run(prepared, threads, recording, from);
      return recording.finish(result);
    }
  }

  /** Wraps what the listener throws, which is not a failure of the run. */
  private static final class ListenerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ListenerException(Throwable cause) {
      super(cause);
    }

    static void guard(Runnable call) {
      try {
        call.run();
      } catch (RuntimeException | Error e) {
        throw new ListenerException(e);
      }
    }
  }
}
