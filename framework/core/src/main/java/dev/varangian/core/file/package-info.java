/** Files that are written whole or not at all, and the formats of the results. */
@NullMarked
package dev.varangian.core.file;

import org.jspecify.annotations.NullMarked;
