/**
 * The few loops that everything else is made of, over plain arrays and offsets: scalar, and with
 * the Vector API where the JVM has it. Both give the same bits.
 */
@NullMarked
package dev.varangian.tensor.kernels;

import org.jspecify.annotations.NullMarked;
