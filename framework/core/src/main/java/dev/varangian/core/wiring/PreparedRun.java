package dev.varangian.core.wiring;

import dev.varangian.core.aggregation.ActivePreAggregator;
import dev.varangian.core.aggregation.FilterStage;
import dev.varangian.core.aggregation.FilterTrial;
import dev.varangian.core.component.Calls;
import dev.varangian.core.component.RunMemory;
import dev.varangian.core.experiment.RunSpec;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.training.StepSizeSchedule;
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
  public FilterStage filterStage(ThreadTeam workers) {
    return new FilterStage(preAggregators, filter, calls, workers, spec.agents(), dimension());
  }

  /**
   * What the server would make of a forgery; its filter is named where it fails, and not the fault.
   */
  public FilterTrial filterTrial(ThreadTeam workers) {
    return new FilterTrial(
        () -> filterStage(workers),
        memory,
        spec.agents(),
        dimension(),
        spec.faultyAgents(),
        trial -> calls.run(spec.filter(), Calls.NO_ROUND, Calls.NO_AGENT, trial));
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
