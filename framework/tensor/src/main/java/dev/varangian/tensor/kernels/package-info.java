/**
 * The few loops of which everything else consists, over plain arrays and offsets: scalar, and with
 * the Vector API where the JVM has it. Both give the same bits. For use inside the engine only.
 */
@NullMarked
package dev.varangian.tensor.kernels;

import org.jspecify.annotations.NullMarked;
