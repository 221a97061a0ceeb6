package dev.varangian.core.experiment;

import dev.varangian.spi.fault.Fault;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A fault with its agents and rounds.
 *
 * @param fault the fault
 * @param agents the agents that have it, counted from 0, ascending
 * @param from the first round in which it acts, counted from 1
 * @param until the last round in which it acts
 */
public record FaultAssignment(Choice<Fault> fault, List<Integer> agents, int from, int until) {
  public static final String AGENTS = "agents";
  public static final String FROM = "from";
  public static final String UNTIL = "until";

  /** Assigns one fault to the first {@code faulty} agents from the first round to the last. */
  public static List<FaultAssignment> first(int faulty, Choice<Fault> fault, int rounds) {
    return List.of(
        new FaultAssignment(fault, IntStream.range(0, faulty).boxed().toList(), 1, rounds));
  }
}
