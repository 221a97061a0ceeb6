/** Reads results folders. */
@NullMarked
package dev.varangian.cli.report.read;

import org.jspecify.annotations.NullMarked;
