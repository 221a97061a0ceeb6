/** Runs a fault on test gradients and samples. */
@NullMarked
package dev.varangian.conformance.fault.trial;

import org.jspecify.annotations.NullMarked;
