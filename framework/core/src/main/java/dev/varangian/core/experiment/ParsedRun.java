package dev.varangian.core.experiment;

import dev.varangian.spi.fault.Fault;
import java.util.Optional;

/**
 * A run, and those of its settings that the experiment gives and the run does not need.
 *
 * @param fault what the faulty agents would have, were there any; empty if the experiment lists
 *     faults
 * @param byFaults whether the experiment lists faults with their agents, instead of their number
 */
public record ParsedRun(RunSpec spec, Optional<Choice<Fault>> fault, boolean byFaults) {}
