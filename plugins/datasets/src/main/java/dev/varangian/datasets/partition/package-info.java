/** Partitions of the training samples among the agents. */
@NullMarked
package dev.varangian.datasets.partition;

import org.jspecify.annotations.NullMarked;
