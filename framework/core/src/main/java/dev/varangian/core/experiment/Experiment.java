package dev.varangian.core.experiment;

import dev.varangian.spi.run.Sink;
import java.util.List;

/**
 * An experiment, resolved into a grid of runs.
 *
 * @param name what it is called
 * @param sweptKeys the dotted paths of what differs from run to run, in the order of the file
 * @param runs every combination of the swept values, those of the first key changing slowest. Runs
 *     that differ only in what has no effect on them (a fault where none is faulty) have one id.
 * @param sinks what receives the rows of its runs, besides the recorder
 * @param yaml the experiment as a file in which every default is filled in; it resolves to itself
 */
public record Experiment(
    String name, List<String> sweptKeys, List<Run> runs, List<Choice<Sink>> sinks, String yaml) {

  /** Keeps copies of the lists. */
  public Experiment {
    sweptKeys = List.copyOf(sweptKeys);
    runs = List.copyOf(runs);
    sinks = List.copyOf(sinks);
  }
}
