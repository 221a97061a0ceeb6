/** Faults: what faulty agents do to their data, their gradients and their messages. */
@NullMarked
package dev.varangian.spi.fault;

import org.jspecify.annotations.NullMarked;
