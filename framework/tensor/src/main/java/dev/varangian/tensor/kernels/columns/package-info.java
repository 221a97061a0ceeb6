/** Sorted columns and means of them. Plain loops, and the same to the bit with the Vector API. */
@NullMarked
package dev.varangian.tensor.kernels.columns;

import org.jspecify.annotations.NullMarked;
