/** Convolutions of images, alone or in one with the pooling that follows. */
@NullMarked
package dev.varangian.tensor.convolution;

import org.jspecify.annotations.NullMarked;
