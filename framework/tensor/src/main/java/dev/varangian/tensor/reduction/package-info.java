/** Operations that reduce a tensor to one value: sums and losses. */
@NullMarked
package dev.varangian.tensor.reduction;

import org.jspecify.annotations.NullMarked;
