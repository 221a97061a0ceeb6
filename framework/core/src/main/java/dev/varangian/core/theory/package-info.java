/** The bounds proved in the CGE paper, evaluated numerically. */
@NullMarked
package dev.varangian.core.theory;

import org.jspecify.annotations.NullMarked;
