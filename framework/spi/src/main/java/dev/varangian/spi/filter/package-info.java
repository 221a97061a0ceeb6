/** Gradient filters and pre-aggregators, and what they see of the received vectors. */
@NullMarked
package dev.varangian.spi.filter;

import org.jspecify.annotations.NullMarked;
