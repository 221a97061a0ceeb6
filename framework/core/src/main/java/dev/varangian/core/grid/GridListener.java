package dev.varangian.core.grid;

/** Told how the runs of a grid fare, by several threads at once. */
public interface GridListener {

  /** A run goes on from where an earlier attempt ended, or starts anew although one did. */
  void note(String line);

  /** A worker, or a plugin in it, has printed a line. */
  void printed(String line);

  /**
   * A run has made rounds.
   *
   * @param round the last of them
   * @param loss its training loss
   */
  void round(RunTask task, int round, double loss);

  /**
   * A run is finished and recorded.
   *
   * @param round its last; not that of the task if it diverged
   * @param outcome the text of the claim
   */
  void finished(RunTask task, int round, String outcome);

  /**
   * A run could not be finished.
   *
   * @param reason the text of the claim
   * @param users whether the cause is the user's to mend
   */
  void failed(RunTask task, String reason, boolean users);
}
