package dev.varangian.benchmarks.peers;

/**
 * One side of a comparison.
 *
 * @param work its name, as {@link Works} knows it
 */
record Side(Station station, String work) {}
