/** The report: a results folder as one page that opens from disk. */
@NullMarked
package dev.varangian.cli.report;

import org.jspecify.annotations.NullMarked;
