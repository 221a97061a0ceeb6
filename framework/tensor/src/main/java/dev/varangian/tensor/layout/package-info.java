/** Operations that move values and compute none. */
@NullMarked
package dev.varangian.tensor.layout;

import org.jspecify.annotations.NullMarked;
