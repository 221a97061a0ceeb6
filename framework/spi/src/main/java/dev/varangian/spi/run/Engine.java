package dev.varangian.spi.run;

import java.util.List;

/**
 * Executes runs. {@code varangian run --engine NAME} selects it, {@code --set engine.key=value}
 * gives its parameters. A run has bitwise identical results with every engine, and neither the id
 * of a run nor its results name the engine.
 *
 * <p>The simplest engine executes every run in this process, in order:
 *
 * <pre>{@code
 * public void execute(List<ResolvedRun> runs, EngineContext context, EngineListener listener) {
 *   runs.forEach(run -> run.execute(listener));
 * }
 * }</pre>
 *
 * <p>The engine itself is called in the process of the command. It decides whether the components
 * of external plugins run in that process too; {@code local} executes them in worker processes.
 */
public interface Engine extends AutoCloseable {

  /**
   * Executes the runs, in approximately the given order, and returns when each of them has finished
   * or failed. For each run, the engine notifies {@code listener} exactly once: either that the run
   * finished, with all files in its folder, or that it failed. An exception thrown by the listener
   * ends the execution and is rethrown.
   *
   * @param runs the runs to execute, none of them finished; at most one engine executes a run at a
   *     time
   * @param context the resources that the engine may use
   * @param listener notified of progress; may be called by several threads at once
   */
  void execute(List<ResolvedRun> runs, EngineContext context, EngineListener listener);

  /**
   * Ends what {@link #execute} has started elsewhere, such as processes; called by another thread
   * when the user interrupts the command, and after {@code execute} has returned or thrown.
   */
  @Override
  default void close() {}
}
