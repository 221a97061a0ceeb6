/** What data sets, partitions and step-size schedules must do, one class each. */
@NullMarked
package dev.varangian.conformance.data;

import org.jspecify.annotations.NullMarked;
