package dev.varangian.core.simulation;

import java.util.List;
import java.util.Map;

/**
 * All that the next round of a run depends on, and what was measured so far. Arrays are the run's
 * own: they change with the next round.
 *
 * @param round the last round that was made
 * @param weights the weights after it; rows may be longer than d
 * @param averages of gradient averaging, a row for each agent; none without it
 * @param memory what components keep, {@code float[]} and {@code double[]}, by name
 * @param nanoseconds what the rounds took so far, by the wall clock
 */
public record SimulationState(
    int round,
    float[] weights,
    float[][] averages,
    Map<String, Object> memory,
    List<RoundRow> rounds,
    List<AgentRow> agents,
    List<TimingRow> timings,
    long nanoseconds) {}
