/** The built-in data sets, partitions and step-size schedules, one class each. */
@NullMarked
package dev.varangian.datasets;

import org.jspecify.annotations.NullMarked;
