/** YAML as a tree that knows where each value was written. */
@NullMarked
package dev.varangian.core.experiment.yaml;

import org.jspecify.annotations.NullMarked;
