/** The sums of convolutions. Plain loops, and the same to the bit with the Vector API. */
@NullMarked
package dev.varangian.tensor.kernels.convolution;

import org.jspecify.annotations.NullMarked;
