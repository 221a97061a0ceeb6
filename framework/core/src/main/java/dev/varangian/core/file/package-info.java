/** Atomic files and the file formats of results. */
@NullMarked
package dev.varangian.core.file;

import org.jspecify.annotations.NullMarked;
