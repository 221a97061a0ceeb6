/** Matrix products, and layers of them. */
@NullMarked
package dev.varangian.tensor.linear;

import org.jspecify.annotations.NullMarked;
