/** From the text of an experiment file to its resolved runs, with all problems at once. */
@NullMarked
package dev.varangian.core.experiment.reading;

import org.jspecify.annotations.NullMarked;
