package dev.varangian.core.grid;

/**
 * How the execution of a grid ended.
 *
 * @param failed how many runs failed; the listener was given the reasons
 * @param internal whether any of them failed with an internal error
 */
public record GridResult(int failed, boolean internal) {}
