package dev.varangian.core.grid;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.experiment.Experiment;
import dev.varangian.core.experiment.reading.ExperimentReader;
import dev.varangian.core.experiment.reading.Parsed;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.wiring.Preparation;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.run.ResolvedRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Receives runs as YAML in a process of an engine, to execute them there. */
public final class ReceivedRuns {
  private final Catalogue catalogue;
  private final RunExecutor executor;

  /**
   * @param threads the threads that execute the runs
   */
  public ReceivedRuns(Catalogue catalogue, DataDirectory data, ThreadTeam threads) {
    this.catalogue = catalogue;
    Preparation preparation = new Preparation(data);
    this.executor = new RunExecutor(preparation, new RunSinks(data, preparation.calls()), threads);
  }

  /**
   * A run, to be executed here.
   *
   * @param yaml the run, as returned by {@link ResolvedRun#yaml}
   * @param folder the folder where its results are written
   * @param swept the swept values, as in its description
   * @throws ConfigurationException if its components are not available
   */
  public ResolvedRun of(String yaml, Path folder, Map<String, String> swept) {
    Path name = folder.getFileName();
    Parsed parsed =
        new ExperimentReader(catalogue).read(yaml, folder.resolve("run.yaml"), List.of());
    Experiment experiment =
        parsed
            .experiment()
            .orElseThrow(
                () -> new ConfigurationException(String.valueOf(parsed.problems().get(0))));
    return GridRun.of(
        experiment.runs().get(0),
        experiment.sinks(),
        String.valueOf(name),
        swept,
        folder,
        executor);
  }
}
