package dev.varangian.spi.context;

/**
 * One agent in one round.
 *
 * @param round the round, counted from 1
 * @param agent the agent, counted from 0
 */
public record AgentRound(int round, int agent) {}
