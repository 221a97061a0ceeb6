/** Models, their layers, and step-size schedules. */
@NullMarked
package dev.varangian.spi.training;

import org.jspecify.annotations.NullMarked;
