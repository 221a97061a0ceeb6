package dev.varangian.cli.report;

/**
 * An agent of a run.
 *
 * @param weight the share that it had in what the filter returned
 */
record Agent(boolean faulty, Curve weight) {}
