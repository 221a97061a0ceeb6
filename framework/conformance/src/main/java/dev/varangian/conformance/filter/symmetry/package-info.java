/** The checks of the symmetries that a filter declares. */
@NullMarked
package dev.varangian.conformance.filter.symmetry;

import org.jspecify.annotations.NullMarked;
