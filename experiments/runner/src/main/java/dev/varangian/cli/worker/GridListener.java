package dev.varangian.cli.worker;

/** Told how the runs of a grid fare, by several threads at once. */
public interface GridListener {

  /** A run goes on from where an earlier attempt ended, or starts anew although one did. */
  void note(String line);

  /**
   * A run has made rounds.
   *
   * @param round the last of them
   * @param loss its training loss
   */
  void round(RunTask task, int round, double loss);

  /** A run is finished and recorded. */
  void finished(RunTask task);

  /**
   * A run could not be finished.
   *
   * @param reason in words
   */
  void failed(RunTask task, String reason);
}
