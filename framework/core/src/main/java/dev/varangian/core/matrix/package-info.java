/** Matrices in files: one vector in each row. */
@NullMarked
package dev.varangian.core.matrix;

import org.jspecify.annotations.NullMarked;
