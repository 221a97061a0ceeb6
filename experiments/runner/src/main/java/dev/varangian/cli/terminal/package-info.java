/** Standard streams, tables, progress and numbers on a terminal. */
@NullMarked
package dev.varangian.cli.terminal;

import org.jspecify.annotations.NullMarked;
