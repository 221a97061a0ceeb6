/** The checks of filters on unusual input: zeros, duplicates, huge and tiny values. */
@NullMarked
package dev.varangian.conformance.filter.input;

import org.jspecify.annotations.NullMarked;
