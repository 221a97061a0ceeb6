/** The parameters that a component declares, and how their values are written. */
@NullMarked
package dev.varangian.core.catalogue.parameter;

import org.jspecify.annotations.NullMarked;
