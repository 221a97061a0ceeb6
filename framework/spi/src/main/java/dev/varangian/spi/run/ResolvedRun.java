package dev.varangian.spi.run;

import java.util.List;

/** A run for an engine to execute. */
public interface ResolvedRun {

  /** Identifies the run. */
  RunDescription description();

  /** The name used in messages: its swept values, or the name of the experiment. */
  String title();

  /** The number of rounds; a run that diverges ends earlier. */
  int rounds();

  /**
   * The experiment file that executes this run elsewhere, given the same plugins and data: {@link
   * RunDescription#yaml} with the run's sinks.
   */
  String yaml();

  /**
   * Its components and sinks from external plugins, each in the form {@code fault shout of plugin
   * loud}.
   */
  List<String> externalComponents();

  /**
   * Executes the run in this process, resuming from its checkpoint if there is one, and records it
   * in its folder. Reports to {@code listener} how the run ended; throws only what the listener
   * throws.
   */
  void execute(EngineListener listener);
}
