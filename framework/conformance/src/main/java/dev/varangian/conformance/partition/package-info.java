/** The checks of partitions, one class per claim. */
@NullMarked
package dev.varangian.conformance.partition;

import org.jspecify.annotations.NullMarked;
