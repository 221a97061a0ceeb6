package dev.varangian.core.simulation;

/** Nanoseconds that the parts of a round took, by the wall clock. */
public record TimingRow(
    int round, long gradients, long faults, long filter, long update, long evaluation) {}
