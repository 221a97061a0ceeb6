/** The checks of gradient filters and pre-aggregators, one class per claim. */
@NullMarked
package dev.varangian.conformance.filter;

import org.jspecify.annotations.NullMarked;
