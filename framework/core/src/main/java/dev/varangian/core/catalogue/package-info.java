/** The components there are, found among the plugins by kind and name. */
@NullMarked
package dev.varangian.core.catalogue;

import org.jspecify.annotations.NullMarked;
