/** A team of threads that share numbered tasks. */
@NullMarked
package dev.varangian.core.parallel;

import org.jspecify.annotations.NullMarked;
