/** The checks of step-size schedules, one class per claim. */
@NullMarked
package dev.varangian.conformance.schedule;

import org.jspecify.annotations.NullMarked;
