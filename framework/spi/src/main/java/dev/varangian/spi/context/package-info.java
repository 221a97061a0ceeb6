/** What components may request or are given: sizes, parameters, randomness, memory, rows. */
@NullMarked
package dev.varangian.spi.context;

import org.jspecify.annotations.NullMarked;
