/** What every component may ask for or is given: sizes, parameters, randomness, memory, rows. */
@NullMarked
package dev.varangian.spi.context;

import org.jspecify.annotations.NullMarked;
