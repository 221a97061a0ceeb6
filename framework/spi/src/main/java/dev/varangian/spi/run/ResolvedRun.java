package dev.varangian.spi.run;

import java.util.List;

/** A run that an engine is to execute. */
public interface ResolvedRun {

  /** Which run it is. */
  RunDescription description();

  /** What messages call it: its swept values, or the name of the experiment. */
  String title();

  /** How many rounds it has; one that diverges ends earlier. */
  int rounds();

  /**
   * The experiment file that executes this run elsewhere, given the same plugins and data: {@link
   * RunDescription#yaml} with the run's sinks.
   */
  String yaml();

  /** Its components and sinks from external plugins, each as {@code fault shout of plugin loud}. */
  List<String> externalComponents();

  /**
   * Executes the run in this process, resuming from its checkpoint if there is one, and records it
   * in its folder. {@code listener} is told how it ended; only what the listener throws is thrown.
   */
  void execute(EngineListener listener);
}
