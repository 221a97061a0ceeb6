/** Operations that bring values to a common scale. */
@NullMarked
package dev.varangian.tensor.normalisation;

import org.jspecify.annotations.NullMarked;
