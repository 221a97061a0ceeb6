/** The results of runs and their files. */
@NullMarked
package dev.varangian.core.record;

import org.jspecify.annotations.NullMarked;
