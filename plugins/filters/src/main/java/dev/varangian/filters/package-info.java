/** The built-in gradient filters, one class each. */
@NullMarked
package dev.varangian.filters;

import org.jspecify.annotations.NullMarked;
