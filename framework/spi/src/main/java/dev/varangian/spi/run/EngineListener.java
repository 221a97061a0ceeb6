package dev.varangian.spi.run;

/** Informed of the progress of runs, by several threads at once. */
public interface EngineListener {

  /** A line about a run, for instance that it resumes after a checkpoint. */
  void note(ResolvedRun run, String line);

  /** A line that a process of the engine, or a component in it, has printed. */
  void printed(String line);

  /**
   * A round of a run has ended. Rounds may be left out, but a run that advances is reported several
   * times a second.
   */
  void round(ResolvedRun run, RoundRow row);

  /** A run has ended, and all its files are in its folder. */
  void finished(ResolvedRun run, RunOutcome outcome);

  /**
   * A run could not be executed to its end.
   *
   * @param reason in one line
   * @param internal true for an internal error; false where the experiment, the data, an external
   *     plugin or the machine's memory is the cause, which the user can fix
   */
  void failed(ResolvedRun run, String reason, boolean internal);
}
