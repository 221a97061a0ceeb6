/** What this machine and its JVM can do: vector registers, and how fast the hardware is at best. */
@NullMarked
package dev.varangian.tensor.machine;

import org.jspecify.annotations.NullMarked;
