package dev.varangian.cli.report.results;

/**
 * An agent of a run.
 *
 * @param weight its share of the filter's output, by round
 */
public record AgentWeight(boolean faulty, Curve weight) {}
