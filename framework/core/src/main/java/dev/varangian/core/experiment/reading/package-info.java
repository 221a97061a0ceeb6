/** Reads experiment files into resolved runs and collects all problems. */
@NullMarked
package dev.varangian.core.experiment.reading;

import org.jspecify.annotations.NullMarked;
