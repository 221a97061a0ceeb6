/**
 * What is seen of a run from outside: its measurements, and the sinks and engines that use them.
 */
@NullMarked
package dev.varangian.spi.run;

import org.jspecify.annotations.NullMarked;
