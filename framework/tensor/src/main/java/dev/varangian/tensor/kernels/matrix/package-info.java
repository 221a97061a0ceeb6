/** The matrix product. Plain loops, and the same to the bit with the Vector API. */
@NullMarked
package dev.varangian.tensor.kernels.matrix;

import org.jspecify.annotations.NullMarked;
