package dev.varangian.benchmarks.peers;

import java.util.List;

/**
 * A figure of the table: how long one side takes against another.
 *
 * @param label what it is
 * @param ours what is judged
 * @param others what it is divided by, the fastest of them
 * @param goal the ratio must not be above it; NaN for none
 * @param breaking a ratio above this is no slow machine but a kernel that the JVM failed to
 *     compile; infinite for none
 */
record Row(String label, Side ours, List<Side> others, double goal, double breaking) {}
