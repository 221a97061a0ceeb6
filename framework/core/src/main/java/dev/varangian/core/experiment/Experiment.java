package dev.varangian.core.experiment;

import dev.varangian.spi.run.Sink;
import java.util.List;

/**
 * An experiment, resolved into a grid of runs.
 *
 * @param name its name
 * @param sweptKeys the dotted paths of the swept keys, in the order of the file
 * @param runs every combination of the swept values; the first key changes slowest. Runs that
 *     differ only in settings without effect (a fault without faulty agents) have the same id.
 * @param sinks what receives the rows of its runs, besides the recorder
 * @param yaml the experiment with every default filled in; it resolves to itself
 */
public record Experiment(
    String name, List<String> sweptKeys, List<Run> runs, List<Choice<Sink>> sinks, String yaml) {

  /** Copies the lists. */
  public Experiment {
    sweptKeys = List.copyOf(sweptKeys);
    runs = List.copyOf(runs);
    sinks = List.copyOf(sinks);
  }
}
