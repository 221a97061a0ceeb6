/** The files of data sets: verification, download and import. */
@NullMarked
package dev.varangian.core.data;

import org.jspecify.annotations.NullMarked;
