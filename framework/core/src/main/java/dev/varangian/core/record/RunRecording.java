package dev.varangian.core.record;

import dev.varangian.core.file.IoReason;
import dev.varangian.core.simulation.Recorder;
import dev.varangian.core.simulation.RunListener;
import dev.varangian.core.simulation.RunResult;
import dev.varangian.core.simulation.SimulationState;
import dev.varangian.core.simulation.TimingRow;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.run.AgentRow;
import dev.varangian.spi.run.RoundRow;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The record the measure of a run while it is made: rows go to the files as rounds end, and now and
 * then the state to the checkpoint, from which the run is continued if it is killed.
 */
public final class RunRecording implements Recorder, AutoCloseable {
  /** The largest share of time spent on checkpoints, whatever their size. */
  private static final int AT_MOST_ONE_IN = 50;

  /**
   * A worker whose parent was killed ends soon but may still be writing: this many attempts wait
   * for it, ten seconds in all.
   */
  private static final int PATIENCE = 200;

  private final RunFolder folder;
  private final String runYaml;
  private final RowFiles rows;
  private final RunListener listener;
  private final Duration interval;
  private final LongSupplier clock;
  private long due;

  private RunRecording(
      RunFolder folder,
      String runYaml,
      RowFiles rows,
      RunListener listener,
      Duration interval,
      LongSupplier clock) {
    this.folder = folder;
    this.runYaml = runYaml;
    this.rows = rows;
    this.listener = listener;
    this.interval = interval;
    this.clock = clock;
    this.due = clock.getAsLong() + interval.toNanos();
  }

  /**
   * Starts recording; a finished run becomes unfinished.
   *
   * @param runYaml the resolved run
   * @param listener notified of each round after it was written
   * @param interval the minimum time between two checkpoints
   * @param clock nanoseconds
   * @throws ConfigurationException if a file can't be written, or another process executes the run
   */
  public static RunRecording open(
      RunFolder folder,
      String runYaml,
      RunListener listener,
      Duration interval,
      LongSupplier clock) {
    folder.begin(runYaml);
    return new RunRecording(
        folder, runYaml, new RowFiles(folder.path(), PATIENCE), listener, interval, clock);
  }

  /**
   * Returns the state of an earlier attempt; empty if there is none or it is unusable. The files
   * are truncated to that state.
   *
   * @param note receives a note on which of these applies, unless there was none
   */
  public Optional<SimulationState> resume(PreparedRun run, Consumer<String> note) {
    Checkpoint checkpoint = folder.checkpoint();
    if (!checkpoint.exists()) {
      restart();
      return Optional.empty();
    }
    try {
      Checkpoint.Content content = checkpoint.read();
      if (!content.runYaml().equals(runYaml) || !content.state().fits(run)) {
        throw new IOException("it belongs to another run");
      }
      if (!rows.cutTo(content.rows())) {
        throw new IOException("the files of the run have changed since it was written");
      }
      note.accept("resumes from round " + content.state().round());
      return Optional.of(content.state());
    } catch (IOException e) {
      note.accept("starts over: " + checkpoint.file() + " cannot be used: " + IoReason.of(e));
      restart();
      return Optional.empty();
    }
  }

  /** Records the run from its first round. */
  public void restart() {
    folder.checkpoint().remove(); // it would not match the new rows
    rows.restart();
  }

  @Override
  public void round(RoundRow round, List<AgentRow> agents, TimingRow timing) {
    rows.append(round, agents, timing);
    listener.round(round);
  }

  @Override
  public boolean isDue() {
    return clock.getAsLong() >= due;
  }

  @Override
  public void keep(SimulationState state) {
    long begun = clock.getAsLong();
    folder.checkpoint().write(new Checkpoint.Content(runYaml, state, rows.mark()));
    long done = clock.getAsLong();
    due = done + Math.max(interval.toNanos(), (done - begun) * AT_MOST_ONE_IN);
  }

  /**
   * Records the finished run.
   *
   * @param swept the swept keys with this run's values
   * @throws ConfigurationException if a file can't be written
   */
  public void finish(Map<String, String> swept, RunResult result) {
    rows.mark();
    folder.finish(swept, result);
  }

  @Override
  public void close() {
    rows.close();
  }
}
