package dev.varangian.spi.run;

import java.util.OptionalInt;

/**
 * The outcome of a run that did not fail. Divergence is a result, not a failure.
 *
 * @param last the row of its last round
 * @param bestTestAccuracy the largest test accuracy of all rounds; NaN if none was measured
 * @param divergedAt the round in which the run diverged, counted from 1; empty if it did not
 */
public record RunOutcome(RoundRow last, double bestTestAccuracy, OptionalInt divergedAt) {}
