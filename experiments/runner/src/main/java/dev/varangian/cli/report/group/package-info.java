/** Runs grouped into curves, and curves into sections. */
@NullMarked
package dev.varangian.cli.report.group;

import org.jspecify.annotations.NullMarked;
