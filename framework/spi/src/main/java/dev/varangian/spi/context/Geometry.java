package dev.varangian.spi.context;

/**
 * The sizes of a run.
 *
 * @param n the number of agents
 * @param f the number of faulty agents to tolerate; for faults, the actual number of faulty agents
 * @param d the number of parameters of the model, the length of every gradient
 */
public record Geometry(int n, int f, int d) {}
