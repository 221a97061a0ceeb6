/** Plugins: where they are found, and how their jars are loaded. */
@NullMarked
package dev.varangian.core.catalogue.plugin;

import org.jspecify.annotations.NullMarked;
