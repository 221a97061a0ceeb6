/** The experiment file, checked and resolved into a grid of runs. */
@NullMarked
package dev.varangian.core.experiment;

import org.jspecify.annotations.NullMarked;
