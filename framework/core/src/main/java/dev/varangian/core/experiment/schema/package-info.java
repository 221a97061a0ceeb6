/** The JSON Schema of experiment files. */
@NullMarked
package dev.varangian.core.experiment.schema;

import org.jspecify.annotations.NullMarked;
