package dev.varangian.spi.run;

/**
 * What the server received from an agent in a round. NaN stands for an undefined value.
 *
 * @param round counted from 1
 * @param agent counted from 0
 * @param faulty whether the agent is one of the faulty ones
 * @param norm the Euclidean norm of its vector as received; 0 if it is missing
 * @param weight its share of the filter's weight
 */
public record AgentRow(int round, int agent, boolean faulty, double norm, double weight) {}
