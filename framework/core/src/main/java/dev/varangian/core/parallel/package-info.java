/** A team of threads that share out numbered tasks. */
@NullMarked
package dev.varangian.core.parallel;

import org.jspecify.annotations.NullMarked;
