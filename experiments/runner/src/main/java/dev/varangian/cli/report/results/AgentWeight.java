package dev.varangian.cli.report.results;

/**
 * An agent of a run.
 *
 * @param weight the share that it had in what the filter returned
 */
public record AgentWeight(boolean faulty, Curve weight) {}
