/** Projects for plugins, as {@code varangian new} writes them, and what they are built with. */
@NullMarked
package dev.varangian.cli.starter;

import org.jspecify.annotations.NullMarked;
