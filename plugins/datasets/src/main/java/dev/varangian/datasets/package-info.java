/** The plugin of the built-in data sets, partitions and step-size schedules. */
@NullMarked
package dev.varangian.datasets;

import org.jspecify.annotations.NullMarked;
