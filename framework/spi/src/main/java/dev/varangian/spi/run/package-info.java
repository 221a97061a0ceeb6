/** The outside view of a run: its measurements, and the sinks and engines that use them. */
@NullMarked
package dev.varangian.spi.run;

import org.jspecify.annotations.NullMarked;
