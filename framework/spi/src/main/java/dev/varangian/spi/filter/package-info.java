/** Gradient filters and pre-aggregators, and their view of the received vectors. */
@NullMarked
package dev.varangian.spi.filter;

import org.jspecify.annotations.NullMarked;
