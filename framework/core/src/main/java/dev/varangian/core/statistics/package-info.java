/** Statistics of results. */
@NullMarked
package dev.varangian.core.statistics;

import org.jspecify.annotations.NullMarked;
