/** YAML as a tree with the place of each value. */
@NullMarked
package dev.varangian.core.experiment.yaml;

import org.jspecify.annotations.NullMarked;
