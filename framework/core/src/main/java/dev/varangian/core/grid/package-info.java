/** Executes lists of resolved runs and reports their progress. */
@NullMarked
package dev.varangian.core.grid;

import org.jspecify.annotations.NullMarked;
