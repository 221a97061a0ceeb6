package dev.varangian.core.experiment;

import dev.varangian.spi.fault.Fault;
import java.util.Optional;

/**
 * A run, and the settings of the experiment that the run does not need.
 *
 * @param fault the fault of the faulty agents, even if there are none; empty if the experiment
 *     lists faults
 * @param byFaults whether the experiment lists faults with their agents, instead of their number
 */
public record ParsedRun(RunSpec spec, Optional<Choice<Fault>> fault, boolean byFaults) {}
