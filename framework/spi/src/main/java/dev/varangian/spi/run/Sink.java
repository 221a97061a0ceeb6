package dev.varangian.spi.run;

import java.util.List;

/**
 * Receives the rows of a run as they are recorded, for instance to send them to a dashboard. Sinks
 * are named by the experiment key {@code sinks}; they do not affect the results of the run or its
 * id. The recorder of {@code metrics.csv} and {@code agents.csv} is itself a sink.
 *
 * <p>One instance is created for each execution of a run, in the process that executes it, and its
 * methods are called by one thread, in the order {@link #begin}, {@link #round} for each round,
 * {@link #end}, {@link #close}. The constructor is also called to check an experiment before
 * anything runs, so it should open nothing; {@code begin} may. A slow sink delays the run.
 *
 * <p>An exception thrown by any of these methods ends the run, which fails with a message that
 * names the sink. A {@link dev.varangian.spi.context.ConfigurationException} is reported as it is:
 * a problem that the user can fix.
 */
public interface Sink extends AutoCloseable {

  /**
   * The run begins or is resumed.
   *
   * <p>A run that was interrupted resumes from its last checkpoint. Rounds after the checkpoint are
   * executed again and give the same rows, so an earlier sink of the same run may have received
   * some of them already: a sink that appends to something must discard its rows of rounds after
   * {@code resumedAfter} here.
   *
   * @param run the run, with the folder where its files are
   * @param resumedAfter the round of the checkpoint; the first row is that of the next round; 0 if
   *     the run begins with round 1
   */
  void begin(RunDescription run, int resumedAfter);

  /**
   * A round has ended.
   *
   * @param round what was measured
   * @param agents one row for each agent, in their order; unmodifiable
   */
  void round(RoundRow round, List<AgentRow> agents);

  /** The run has ended; not called if it fails or is interrupted. */
  void end(RunOutcome outcome);

  /** Releases what the sink has opened; always called, after {@link #end} if that is called. */
  @Override
  default void close() {}
}
