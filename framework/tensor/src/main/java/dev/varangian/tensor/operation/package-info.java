/**
 * What an operation is, for those who write one: the shape of its result and a computation on
 * operands, with forward and backward side by side.
 */
@NullMarked
package dev.varangian.tensor.operation;

import org.jspecify.annotations.NullMarked;
