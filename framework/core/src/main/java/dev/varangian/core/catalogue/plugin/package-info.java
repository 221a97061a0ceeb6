/** Finds plugins and loads their jars. */
@NullMarked
package dev.varangian.core.catalogue.plugin;

import org.jspecify.annotations.NullMarked;
