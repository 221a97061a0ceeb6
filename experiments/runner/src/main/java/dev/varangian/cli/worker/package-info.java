/** Processes that make the runs of a grid side by side. */
@NullMarked
package dev.varangian.cli.worker;

import org.jspecify.annotations.NullMarked;
