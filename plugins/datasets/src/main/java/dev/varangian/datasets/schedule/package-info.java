/** Step-size schedules. */
@NullMarked
package dev.varangian.datasets.schedule;

import org.jspecify.annotations.NullMarked;
