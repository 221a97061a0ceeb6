/** Applies a filter to test vectors and compares the results. */
@NullMarked
package dev.varangian.conformance.filter.trial;

import org.jspecify.annotations.NullMarked;
