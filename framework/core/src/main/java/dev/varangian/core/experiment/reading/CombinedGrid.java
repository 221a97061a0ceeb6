package dev.varangian.core.experiment.reading;

import dev.varangian.core.catalogue.parameter.Numerals;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.ComponentText;
import dev.varangian.core.experiment.Experiment;
import dev.varangian.core.experiment.Key;
import dev.varangian.core.experiment.Run;
import dev.varangian.core.experiment.RunSpec;
import dev.varangian.spi.run.Sink;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Combines the runs of several experiments without duplicates. */
public final class CombinedGrid {
  private static final List<Key> KEYS =
      List.of(
          Key.DATASET, Key.BATCH_SIZE, Key.FILTER, Key.FAULT, Key.FAULTY, Key.AVERAGING, Key.SEED);

  private CombinedGrid() {}

  /**
   * Combines them.
   *
   * @param name the name of the combination
   * @param yaml a document that identifies it
   * @param parts of experiments whose runs differ in the data set, the batch size, the filter, the
   *     fault, the number of faulty agents, the averaging and the seed alone
   */
  public static Experiment of(String name, String yaml, List<Experiment> parts) {
    Map<String, Run> runs = new LinkedHashMap<>();
    Set<Choice<Sink>> sinks = new LinkedHashSet<>();
    for (Experiment part : parts) {
      sinks.addAll(part.sinks());
      for (Run run : part.runs()) {
        runs.putIfAbsent(run.id(), new Run(run.spec(), values(run.spec())));
      }
    }
    return new Experiment(
        name,
        KEYS.stream().map(Key::label).toList(),
        List.copyOf(runs.values()),
        List.copyOf(sinks),
        yaml);
  }

  private static List<String> values(RunSpec spec) {
    String fault =
        spec.faults().isEmpty() ? "none" : ComponentText.of(spec.faults().get(0).fault());
    return List.of(
        ComponentText.shortest(spec.dataset()),
        Integer.toString(spec.batchSize()),
        ComponentText.shortest(spec.filter()),
        fault,
        Integer.toString(spec.faultyAgents().size()),
        Numerals.text(spec.averaging()),
        Long.toString(spec.seed()));
  }
}
