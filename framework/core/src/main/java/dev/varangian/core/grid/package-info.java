/** Lists of resolved runs, and who is informed of their progress. */
@NullMarked
package dev.varangian.core.grid;

import org.jspecify.annotations.NullMarked;
