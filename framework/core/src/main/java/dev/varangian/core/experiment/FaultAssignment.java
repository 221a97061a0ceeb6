package dev.varangian.core.experiment;

import dev.varangian.spi.Fault;
import java.util.List;

/**
 * Who has which fault, and when.
 *
 * @param fault the fault
 * @param agents the agents that have it, counted from 0, ascending
 * @param from the first round in which it acts, counted from 1
 * @param until the last round in which it acts
 */
public record FaultAssignment(Choice<Fault> fault, List<Integer> agents, int from, int until) {}
