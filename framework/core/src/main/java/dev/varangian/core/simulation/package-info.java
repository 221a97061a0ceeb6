/** A run: its components wired together and its rounds, one after the other. */
@NullMarked
package dev.varangian.core.simulation;

import org.jspecify.annotations.NullMarked;
