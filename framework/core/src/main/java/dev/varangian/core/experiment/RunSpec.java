package dev.varangian.core.experiment;

import dev.varangian.spi.Component;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.training.Model;
import dev.varangian.spi.training.StepSizeSchedule;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * One run, resolved: everything that its results depend on.
 *
 * @param seed the seed of all random numbers
 * @param agents n
 * @param faults the faults and their agents
 * @param tolerance the number f of faulty agents that the filter assumes
 * @param batchSize k, the samples that each agent draws in a round
 * @param averaging alpha of gradient averaging (CGE paper, eq. 25); 0 for none
 * @param preAggregators applied in this order before the filter
 * @param evaluateEvery the test set is measured in every round that is a multiple of this, and in
 *     the last
 */
public record RunSpec(
    long seed,
    Choice<Model> model,
    Choice<Dataset> dataset,
    int agents,
    List<FaultAssignment> faults,
    int tolerance,
    int batchSize,
    int rounds,
    Choice<StepSizeSchedule> stepSize,
    double averaging,
    List<Choice<PreAggregator>> preAggregators,
    Choice<GradientFilter> filter,
    Choice<Partition> partition,
    int evaluateEvery) {

  /** Copies the lists. */
  public RunSpec {
    faults = List.copyOf(faults);
    preAggregators = List.copyOf(preAggregators);
  }

  /** Returns the components of the run. */
  public Set<Component<?>> components() {
    Set<Component<?>> components = new LinkedHashSet<>();
    components.add(model.component());
    components.add(dataset.component());
    components.add(partition.component());
    components.add(stepSize.component());
    preAggregators.forEach(choice -> components.add(choice.component()));
    components.add(filter.component());
    faults.forEach(assignment -> components.add(assignment.fault().component()));
    return components;
  }

  /** Returns the faulty agents, counted from 0. */
  public NavigableSet<Integer> faultyAgents() {
    NavigableSet<Integer> faulty = new TreeSet<>();
    faults.forEach(assignment -> faulty.addAll(assignment.agents()));
    return Collections.unmodifiableNavigableSet(faulty);
  }
}
