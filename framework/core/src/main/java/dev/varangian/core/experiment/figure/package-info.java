/** The figures of a paper: experiments with claims. */
@NullMarked
package dev.varangian.core.experiment.figure;

import org.jspecify.annotations.NullMarked;
