package dev.varangian.core.wiring;

import dev.varangian.core.component.Calls;
import dev.varangian.core.component.RunMemory;
import dev.varangian.core.experiment.RunSpec;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.training.StepSizeSchedule;
import java.util.List;

/**
 * A run whose components have been created and checked.
 *
 * @param onBatches the model traced for an agent's batch
 * @param onSamples the model traced for one sample
 * @param parts the training samples of each agent
 * @param metrics the metrics that the components report
 */
public record PreparedRun(
    RunSpec spec,
    Dataset dataset,
    TracedModel onBatches,
    TracedModel onSamples,
    Server server,
    List<ActiveFault> faults,
    List<Partition.Part> parts,
    StepSizeSchedule stepSize,
    List<ComponentMetric> metrics) {

  /** The number of parameters of the model, d. */
  public int dimension() {
    return onBatches.dimension();
  }

  /** The state that the components keep between rounds. */
  public RunMemory memory() {
    return server.components().memory();
  }

  /** The object through which the components' code is called. */
  public Calls calls() {
    return server.components().calls();
  }
}
