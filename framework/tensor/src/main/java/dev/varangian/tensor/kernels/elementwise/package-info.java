/**
 * What is computed element by element. Plain loops, and the same to the bit with the Vector API.
 */
@NullMarked
package dev.varangian.tensor.kernels.elementwise;

import org.jspecify.annotations.NullMarked;
