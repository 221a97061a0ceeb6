/** Creates the components that an experiment names, with one Guice injector for each run. */
@NullMarked
package dev.varangian.core.wiring;

import org.jspecify.annotations.NullMarked;
