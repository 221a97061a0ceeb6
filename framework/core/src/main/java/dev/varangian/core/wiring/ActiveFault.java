package dev.varangian.core.wiring;

import dev.varangian.core.experiment.Choice;
import dev.varangian.spi.fault.Fault;
import java.util.List;
import java.util.Optional;

/**
 * A fault with its agents and rounds.
 *
 * @param agents the agents that have the fault, counted from 0
 * @param from the first round, counted from 1
 * @param until the last round
 * @param choice the component named by the experiment; empty outside an experiment
 */
public record ActiveFault(
    Fault fault, List<Integer> agents, int from, int until, Optional<Choice<Fault>> choice) {

  /** A fault that is not named by an experiment. */
  public ActiveFault(Fault fault, List<Integer> agents, int from, int until) {
    this(fault, agents, from, until, Optional.empty());
  }

  public boolean actsOn(int agent, int round) {
    return round >= from && round <= until && agents.contains(agent);
  }
}
