/** The components of all plugins, found by kind and name. */
@NullMarked
package dev.varangian.core.catalogue;

import org.jspecify.annotations.NullMarked;
