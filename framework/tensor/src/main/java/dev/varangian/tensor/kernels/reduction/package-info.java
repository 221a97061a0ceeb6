/**
 * Norms, distances and weighted sums of rows. Plain loops, and the same to the bit with the Vector
 * API.
 */
@NullMarked
package dev.varangian.tensor.kernels.reduction;

import org.jspecify.annotations.NullMarked;
