/** Reads matrices from files, one vector per row. */
@NullMarked
package dev.varangian.core.matrix;

import org.jspecify.annotations.NullMarked;
