package dev.varangian.spi.run;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Identifies a run.
 *
 * @param id the name of its results folder, the same for the same run in every experiment
 * @param swept the swept keys of the experiment as dotted paths, each with this run's value as the
 *     summary shows it, in the order of the experiment file; empty without a sweep
 * @param yaml the resolved run: an experiment file of this run alone, with every default filled in
 * @param folder where its results are written; it exists when a sink or an engine sees the run
 */
public record RunDescription(String id, Map<String, String> swept, String yaml, Path folder) {

  /** Copies the map. */
  public RunDescription {
    swept = Collections.unmodifiableMap(new LinkedHashMap<>(swept));
  }
}
