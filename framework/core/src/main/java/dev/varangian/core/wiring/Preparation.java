package dev.varangian.core.wiring;

import dev.varangian.core.component.Calls;
import dev.varangian.core.component.ComponentException;
import dev.varangian.core.experiment.RunSpec;
import dev.varangian.core.experiment.yaml.Problem;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.training.StepSizeSchedule;
import java.util.List;
import java.util.stream.Stream;

/**
 * Creates the components of runs and checks what only they can determine: that they can be created,
 * and that they fit n, f, the data and each other. Runs share the data sets opened here.
 */
public final class Preparation {
  private final DataDirectory data;
  private final DatasetCache datasets = new DatasetCache();
  private final Calls calls = new Calls();

  /**
   * @param data the directory of the data sets
   */
  public Preparation(DataDirectory data) {
    this.data = data;
  }

  /** The calls of components' code, including those of the runs prepared here. */
  public Calls calls() {
    return calls;
  }

  /**
   * Creates and checks the components of a run.
   *
   * @return the run, or everything that the user has to fix
   * @throws ComponentException if the code of a component fails
   */
  public Attempt<PreparedRun> prepare(RunSpec spec) {
    Components components = new Components(data, spec.seed(), calls);
    return datasets
        .open(components, spec.dataset())
        .then(
            dataset ->
                TracedModels.prepare(components, spec, dataset)
                    .then(models -> prepare(components, spec, dataset, models)));
  }

  private static Attempt<PreparedRun> prepare(
      Components components, RunSpec spec, Dataset dataset, TracedModels models) {
    int d = models.onBatches().dimension();
    Geometry tolerated = new Geometry(spec.agents(), spec.tolerance(), d);
    Geometry real = new Geometry(spec.agents(), spec.faultyAgents().size(), d);
    Attempt<Server> server =
        Server.prepare(components, spec.preAggregators(), spec.filter(), tolerated);
    Attempt<List<ActiveFault>> faults =
        Attempt.all(
            spec.faults().stream()
                .map(fault -> FaultPreparation.prepare(components, fault, real, dataset))
                .toList());
    Attempt<List<Partition.Part>> parts = parts(components, spec, dataset, tolerated);
    Attempt<StepSizeSchedule> stepSize =
        components.attempt(
            spec.stepSize(), () -> Attempt.of(components.create(spec.stepSize(), tolerated)));
    List<Problem> problems = Attempt.problems(Stream.of(server, faults, parts, stepSize));
    if (!problems.isEmpty()) {
      return Attempt.refused(problems);
    }
    return Attempt.of(
        new PreparedRun(
            spec,
            dataset,
            models.onBatches(),
            models.onSamples(),
            server.get(),
            faults.get(),
            parts.get(),
            stepSize.get(),
            ComponentMetric.of(server.get(), faults.get())));
  }

  /** The training samples of each agent. */
  private static Attempt<List<Partition.Part>> parts(
      Components components, RunSpec spec, Dataset dataset, Geometry sizes) {
    return components.attempt(
        spec.partition(),
        () -> {
          List<Partition.Part> parts =
              components.create(spec.partition(), sizes).split(dataset.training(), sizes.n());
          if (parts.size() != sizes.n()) {
            throw new IllegalArgumentException(
                "it made " + parts.size() + " parts, expected n = " + sizes.n());
          }
          for (int agent = 0; agent < sizes.n(); agent++) {
            if (parts.get(agent).size() < 1) {
              throw new IllegalArgumentException("agent " + (agent + 1) + " has no samples");
            }
          }
          return Attempt.of(parts);
        });
  }
}
