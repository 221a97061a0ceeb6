package dev.varangian.core.simulation;

import dev.varangian.core.experiment.RunSpec;
import dev.varangian.spi.Condition;
import dev.varangian.spi.Dataset;
import dev.varangian.spi.GradientFilter;
import dev.varangian.spi.Partition;
import dev.varangian.spi.StepSizeSchedule;
import java.util.List;

/**
 * A run whose components are made and checked.
 *
 * @param onBatches the model traced for an agent's batch
 * @param onSamples the model traced for one sample
 * @param parts the training samples of each agent
 * @param memory what the components keep between rounds
 * @param calls through which their code is called
 */
public record PreparedRun(
    RunSpec spec,
    Dataset dataset,
    TracedModel onBatches,
    TracedModel onSamples,
    List<ActivePreAggregator> preAggregators,
    GradientFilter filter,
    List<ActiveFault> faults,
    List<Partition.Part> parts,
    StepSizeSchedule stepSize,
    RunMemory memory,
    Calls calls) {

  /** The number of parameters of the model, d. */
  public int dimension() {
    return onBatches.dimension();
  }

  /** The pre-aggregators and the filter as the server applies them. */
  FilterStage filterStage(Workers workers) {
    return new FilterStage(preAggregators, filter, calls, workers, spec.agents(), dimension());
  }

  /** The number of vectors that the filter sees. */
  public int mixtures() {
    return ActivePreAggregator.count(preAggregators, spec.agents(), calls);
  }

  /** What the filter's published proof needs of n and f. */
  public Condition resilience() {
    return calls.call(spec.filter(), Calls.NO_ROUND, Calls.NO_AGENT, filter::resilience);
  }
}
