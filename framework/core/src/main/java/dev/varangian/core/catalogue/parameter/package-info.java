/** The parameters of components, and the format of their values. */
@NullMarked
package dev.varangian.core.catalogue.parameter;

import org.jspecify.annotations.NullMarked;
