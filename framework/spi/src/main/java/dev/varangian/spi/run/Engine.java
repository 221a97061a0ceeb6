package dev.varangian.spi.run;

import java.util.List;

/**
 * Executes runs. {@code varangian run --engine NAME} selects it, {@code --set engine.key=value}
 * gives its parameters. Whatever the engine, a run has the same results to the bit, and neither the
 * id of a run nor its results name the engine.
 *
 * <p>The simplest engine executes every run in this process, in order:
 *
 * <pre>{@code
 * public void execute(List<ResolvedRun> runs, EngineContext context, EngineListener listener) {
 *   runs.forEach(run -> run.execute(listener));
 * }
 * }</pre>
 *
 * <p>An engine itself is called in the process of the command. Whether the components of external
 * plugins run there too is its decision; {@code local} executes them in worker processes.
 */
public interface Engine extends AutoCloseable {

  /**
   * Executes the runs, in about their order, and returns when each of them has finished or failed.
   * For each run {@code listener} is told exactly once that it finished, with all files in its
   * folder, or that it failed. What the listener throws ends the execution and is thrown on.
   *
   * @param runs not finished yet; at most one engine executes a run at a time
   * @param context what this machine offers
   * @param listener may be called by several threads at once
   */
  void execute(List<ResolvedRun> runs, EngineContext context, EngineListener listener);

  /**
   * Ends what {@link #execute} has started elsewhere, such as processes; called by another thread
   * when the user interrupts the command, and after {@code execute} has returned or thrown.
   */
  @Override
  default void close() {}
}
