/** The {@code varangian} command. */
@NullMarked
package dev.varangian.cli;

import org.jspecify.annotations.NullMarked;
