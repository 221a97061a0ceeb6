/** The built-in faults, one class each. */
@NullMarked
package dev.varangian.faults;

import org.jspecify.annotations.NullMarked;
