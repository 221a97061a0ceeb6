/** From names to live components: one Guice injector for each run. */
@NullMarked
package dev.varangian.core.wiring;

import org.jspecify.annotations.NullMarked;
