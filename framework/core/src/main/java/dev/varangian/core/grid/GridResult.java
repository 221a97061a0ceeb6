package dev.varangian.core.grid;

/**
 * How the execution of a grid ended.
 *
 * @param failed how many runs failed; the listener was told why
 * @param internal whether one of them failed by an internal error
 */
public record GridResult(int failed, boolean internal) {}
