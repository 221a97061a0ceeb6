/** The rounds of a run, executed one after another. */
@NullMarked
package dev.varangian.core.simulation;

import org.jspecify.annotations.NullMarked;
