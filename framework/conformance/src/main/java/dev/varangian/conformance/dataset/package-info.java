/** The checks of data sets, one class per claim. */
@NullMarked
package dev.varangian.conformance.dataset;

import org.jspecify.annotations.NullMarked;
