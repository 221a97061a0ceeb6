package dev.varangian.core.grid.local;

import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.run.Engine;
import dev.varangian.spi.run.EngineContext;
import dev.varangian.spi.run.EngineListener;
import dev.varangian.spi.run.ResolvedRun;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Executes runs on this machine, several at a time in worker processes. Two single-threaded
 * processes execute more rounds per second than one process with two threads, since no thread waits
 * for another.
 *
 * <p>Components of external plugins run in a worker process, which is terminated if it is silent
 * for too long. A single run without such components needs no worker and runs in this process.
 */
public final class LocalEngine implements Engine {
  private final Parameters parameters;
  private volatile @Nullable WorkerPool pool;

  /** The number of worker processes. */
  public record Parameters(
      @Param(
              value = "maximum number of worker processes; 0 means --threads",
              defaultValue = "0",
              min = 0,
              max = 1024)
          int processes) {}

  @Inject
  LocalEngine(Parameters parameters) {
    this.parameters = parameters;
  }

  static Component<Engine> declaration() {
    return Component.<Engine>of(Kind.ENGINE, "local", LocalEngine.class)
        .summary("Executes runs on this machine, several at a time in worker processes");
  }

  @Override
  public void execute(List<ResolvedRun> runs, EngineContext context, EngineListener listener) {
    int wanted = parameters.processes() == 0 ? context.threads() : parameters.processes();
    int processes = Math.min(runs.size(), Math.min(wanted, context.threads()));
    if (processes <= 1 && runs.stream().allMatch(run -> run.externalComponents().isEmpty())) {
      runs.forEach(run -> run.execute(listener));
      return;
    }
    try (WorkerPool started = new WorkerPool(processes, context)) {
      pool = started;
      started.execute(runs, listener);
    }
  }

  @Override
  public void close() {
    WorkerPool running = pool;
    if (running != null) {
      running.close();
    }
  }
}
