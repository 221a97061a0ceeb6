package dev.varangian.core.simulation;

import dev.varangian.spi.Fault;
import java.util.List;

/**
 * A fault with whom and when it concerns.
 *
 * @param agents counted from 0
 * @param from the first round, counted from 1
 * @param until the last round
 */
public record ActiveFault(Fault fault, List<Integer> agents, int from, int until) {
  boolean actsOn(int agent, int round) {
    return round >= from && round <= until && agents.contains(agent);
  }
}
