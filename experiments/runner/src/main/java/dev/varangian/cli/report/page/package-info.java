/** The page: its parts, its data and its template. */
@NullMarked
package dev.varangian.cli.report.page;

import org.jspecify.annotations.NullMarked;
