/** The built-in gradient filters and pre-aggregators, one class each. */
@NullMarked
package dev.varangian.filters;

import org.jspecify.annotations.NullMarked;
