/** The worker processes of this machine. */
@NullMarked
package dev.varangian.core.grid.local;

import org.jspecify.annotations.NullMarked;
