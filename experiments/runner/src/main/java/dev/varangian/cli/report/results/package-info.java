/**
 * The results of an experiment as the report shows them: runs with their curves and agent weights.
 */
@NullMarked
package dev.varangian.cli.report.results;

import org.jspecify.annotations.NullMarked;
