package dev.varangian.spi.run;

/** Receives notifications of the progress of runs, from several threads at once. */
public interface EngineListener {

  /** A line about a run, for instance that it resumes from a checkpoint. */
  void note(ResolvedRun run, String line);

  /** A line that a process of the engine, or a component in it, has printed. */
  void printed(String line);

  /**
   * A round of a run has ended. Rounds may be skipped, but a run that makes progress is reported
   * several times a second.
   */
  void round(ResolvedRun run, RoundRow row);

  /** A run has ended, and all its files are in its folder. */
  void finished(ResolvedRun run, RunOutcome outcome);

  /**
   * A run could not be completed.
   *
   * @param reason the reason, in one line
   * @param internal true for an internal error; false where the experiment, the data, an external
   *     plugin or the machine's memory is the cause, which the user can fix
   */
  void failed(ResolvedRun run, String reason, boolean internal);
}
