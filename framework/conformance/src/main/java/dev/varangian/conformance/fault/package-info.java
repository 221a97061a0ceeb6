/** The checks of faults, one class per claim. */
@NullMarked
package dev.varangian.conformance.fault;

import org.jspecify.annotations.NullMarked;
