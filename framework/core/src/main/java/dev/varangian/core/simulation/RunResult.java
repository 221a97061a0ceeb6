package dev.varangian.core.simulation;

import dev.varangian.core.experiment.RunSpec;
import java.util.List;
import java.util.OptionalInt;

/**
 * A finished run.
 *
 * @param spec what was run
 * @param parameters d, the number of parameters of the model
 * @param rounds one row for each round, ascending
 * @param agents one row for each round and agent, ascending
 * @param timings one row for each round
 * @param weights the final weights, d of them; the last finite ones if the run diverged
 * @param divergedAt the round in which the run diverged
 * @param resilienceCondition whether the filter's resilience condition is met
 * @param seconds how long the rounds took, by the wall clock
 */
public record RunResult(
    RunSpec spec,
    int parameters,
    List<RoundRow> rounds,
    List<AgentRow> agents,
    List<TimingRow> timings,
    float[] weights,
    OptionalInt divergedAt,
    boolean resilienceCondition,
    double seconds) {}
