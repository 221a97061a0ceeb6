package dev.varangian.core.record;

import dev.varangian.core.file.IoReason;
import dev.varangian.core.simulation.Recorder;
import dev.varangian.core.simulation.RunResult;
import dev.varangian.core.simulation.SimulationState;
import dev.varangian.core.simulation.TimingRow;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.run.AgentRow;
import dev.varangian.spi.run.RoundRow;
import dev.varangian.spi.run.RunDescription;
import dev.varangian.spi.run.RunOutcome;
import dev.varangian.spi.run.Sink;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The record of a run while it is made: rows go to the files as rounds end, and now and then the
 * state to the checkpoint, from which the run is continued if it is killed.
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
  private final RunDescription run;
  private final RowFiles rows;
  private final List<Sink> sinks;
  private final Consumer<RoundRow> listener;
  private final Duration interval;
  private final LongSupplier clock;
  private long due;

  private RunRecording(
      RunDescription run,
      RowFiles rows,
      List<Sink> sinks,
      Consumer<RoundRow> listener,
      Duration interval,
      LongSupplier clock) {
    this.folder = new RunFolder(run.folder());
    this.run = run;
    this.rows = rows;
    this.sinks = sinks;
    this.listener = listener;
    this.interval = interval;
    this.clock = clock;
    this.due = clock.getAsLong() + interval.toNanos();
  }

  /**
   * Starts recording; a finished run becomes unfinished.
   *
   * @param sinks receive each row after it was written
   * @param listener informed of each round after the sinks
   * @param interval the shortest time between two checkpoints
   * @param clock nanoseconds
   * @throws ConfigurationException if a file can't be written, or another process executes the run
   */
  public static RunRecording open(
      RunDescription run,
      List<Sink> sinks,
      Consumer<RoundRow> listener,
      Duration interval,
      LongSupplier clock) {
    new RunFolder(run.folder()).begin(run.yaml());
    return new RunRecording(
        run, new RowFiles(run.folder(), PATIENCE), sinks, listener, interval, clock);
  }

  /**
   * Begins the recording, from the checkpoint of an earlier attempt if there is a usable one. The
   * files are as they were then.
   *
   * @param note told what is done with a checkpoint that exists
   * @return the state at the checkpoint; empty if the run begins with its first round
   */
  public Optional<SimulationState> resume(PreparedRun prepared, Consumer<String> note) {
    folder.describe(prepared.metrics());
    Optional<SimulationState> state = atCheckpoint(prepared, note);
    if (state.isEmpty()) {
      restart();
    } else {
      begin(state.get().round());
    }
    return state;
  }

  /** Begins the recording with the first round of the run. */
  public void restart() {
    folder.checkpoint().remove(); // it would not fit the rows to come
    begin(0);
  }

  private void begin(int resumedAfter) {
    rows.begin(run, resumedAfter);
    sinks.forEach(sink -> sink.begin(run, resumedAfter));
  }

  private Optional<SimulationState> atCheckpoint(PreparedRun prepared, Consumer<String> note) {
    Checkpoint checkpoint = folder.checkpoint();
    if (!checkpoint.exists()) {
      return Optional.empty();
    }
    try {
      Checkpoint.Content content = checkpoint.read();
      if (!content.runYaml().equals(run.yaml()) || !content.state().fits(prepared)) {
        throw new IOException("it belongs to another run");
      }
      if (!rows.cutTo(content.rows())) {
        throw new IOException("the files of the run have changed since it was written");
      }
      note.accept("resuming from round " + content.state().round());
      return Optional.of(content.state());
    } catch (IOException e) {
      note.accept("restarting: " + checkpoint.file() + " cannot be used: " + IoReason.of(e));
      return Optional.empty();
    }
  }

  @Override
  public void round(RoundRow round, List<AgentRow> agents, TimingRow timing) {
    rows.round(round, agents);
    rows.timing(timing);
    sinks.forEach(sink -> sink.round(round, agents));
    listener.accept(round);
  }

  @Override
  public boolean isDue() {
    return clock.getAsLong() >= due;
  }

  @Override
  public void keep(SimulationState state) {
    long begun = clock.getAsLong();
    folder.checkpoint().write(new Checkpoint.Content(run.yaml(), state, rows.mark()));
    long done = clock.getAsLong();
    due = done + Math.max(interval.toNanos(), (done - begun) * AT_MOST_ONE_IN);
  }

  /**
   * Records the finished run. The sinks are informed first, so that a run whose sink fails at its
   * end is not finished.
   *
   * @throws ConfigurationException if a file can't be written
   */
  public RunOutcome finish(RunResult result) {
    RunOutcome outcome = result.outcome();
    rows.end(outcome);
    sinks.forEach(sink -> sink.end(outcome));
    folder.finish(run.swept(), result);
    return outcome;
  }

  @Override
  public void close() {
    try (RowFiles closed = rows) {
      sinks.forEach(Sink::close);
    }
  }
}
