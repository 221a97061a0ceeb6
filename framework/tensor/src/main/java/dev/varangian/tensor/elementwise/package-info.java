/** Operations whose every value comes from one value of each operand. */
@NullMarked
package dev.varangian.tensor.elementwise;

import org.jspecify.annotations.NullMarked;
